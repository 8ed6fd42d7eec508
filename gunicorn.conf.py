"""The server; gunicorn reads this file by itself when it starts beside it."""

from __future__ import annotations

import os

from gunicorn.http import message

_host = os.environ.get("HOST") or "127.0.0.1"
_port = os.environ.get("PORT") or "8000"
bind = f"[{_host}]:{_port}" if ":" in _host else f"{_host}:{_port}"
workers = 2
threads = 8
timeout = 60
# It would write a socket into the home folder, which a service often does not have.
control_socket_disable = True

# Gunicorn answers a request line over 8,190 bytes itself, with a 400 that names no parameter.
# The refusal is ours to word, so the line may be longer: 20,000 Chinese characters are 180,000
# bytes in an address. "Unlimited" would let one visitor fill the memory.
message.MAX_REQUEST_LINE = 256 * 1024
limit_request_line = message.MAX_REQUEST_LINE
