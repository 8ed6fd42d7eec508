"""The public record in formats that programs read, one module a format."""
