"""How an attempt to read the address of a source ended, in words for editors."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    """Every attempt ends in exactly one of these; none ends in an exception."""

    READ = "read", _("The page was read.")
    NOT_FOUND = "not_found", _("The server says that there is no such page.")
    LOG_IN = "log_in", _("The server asks for a log-in or for payment.")
    FORBIDDEN = "forbidden", _("The server refuses programs, or this place of the world.")
    BUSY = "busy", _("The server asks to come back later.")
    SERVER_ERROR = "server_error", _("The server reports a fault of its own.")
    ODD_STATUS = "odd_status", _("The server answers with a status that means nothing here.")
    NO_SUCH_NAME = "no_such_name", _("The name of the site no longer exists.")
    NAME_FAILED = "name_failed", _("The name of the site could not be looked up.")
    NOT_PUBLIC = "not_public", _("The address leads into a private network. It was not contacted.")
    BAD_ADDRESS = "bad_address", _("This is not an address that may be fetched.")
    NO_CONNECTION = "no_connection", _("Nothing answers at the address.")
    BAD_CERTIFICATE = "bad_certificate", _("The certificate of the site does not hold.")
    TIMED_OUT = "timed_out", _("The server stopped answering.")
    TOO_SLOW = "too_slow", _("The answer did not end within the time allowed.")
    TOO_LARGE = "too_large", _("The answer is larger than allowed.")
    BOMB = "bomb", _("Unpacked, the answer is larger than allowed.")
    LONG_HEADERS = "long_headers", _("The headers of the answer are longer than allowed.")
    BROKEN = "broken", _("The answer broke off or does not follow the protocol.")
    EMPTY = "empty", _("The answer is empty.")
    WRONG_TYPE = "wrong_type", _("The answer is not what it says it is, or nothing to read.")
    LOOP = "loop", _("The redirects lead in a circle.")
    TOO_MANY_REDIRECTS = "too_many_redirects", _("There are more redirects than allowed.")
    ROBOTS = "robots", _("The site asks programs not to read this page (robots.txt).")
    ROBOTS_UNKNOWN = "robots_unknown", _("The site does not say what programs may read.")
    SWITCHED_OFF = "switched_off", _("This installation does not fetch pages.")
    FAULT = "fault", _("A fault of this software; it is in the log.")
    BY_HAND = "by_hand", _("An editor said so.")
