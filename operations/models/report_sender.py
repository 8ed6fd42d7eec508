"""How many reports came from where within a day, without a note of where that is."""

from __future__ import annotations

import secrets

from django.db import models


def new_salt() -> str:
    return secrets.token_hex(32)


class SenderSalt(models.Model):
    """The secret of one day. Without it a sender's hash says nothing; it goes with its day."""

    day = models.DateField(unique=True)
    salt = models.CharField(max_length=64, default=new_salt)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.day.isoformat()


class ReportSender(models.Model):
    """That a report came from a client, which is named by a hash under the salt of the day."""

    salt = models.ForeignKey(SenderSalt, models.CASCADE, related_name="senders")
    client = models.CharField(max_length=64)
    sent_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("client", "sent_at"), name="report_sender_lately"),)

    def __str__(self) -> str:
        return f"{self.salt_id}"
