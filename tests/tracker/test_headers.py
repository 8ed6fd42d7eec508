"""What every answer carries, and what it never carries."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings

POLICY = {
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}
ADDRESSES = ["/healthz", "/no-such-page", "/zh-hant/no-such-page", "/admin/login/"]
STATIC = "/static/admin/css/base.css"


@pytest.mark.parametrize("address", [*ADDRESSES, STATIC])
@pytest.mark.django_db
def test_every_answer_carries_the_policy(client: Client, address: str) -> None:
    response = client.get(address)
    response.getvalue()  # closes the file behind a static answer
    assert set(response["Content-Security-Policy"].split("; ")) == POLICY
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.django_db
def test_no_answer_may_be_framed(client: Client, address: str) -> None:
    assert client.get(address)["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", ["/healthz", "/no-such-page", "/zh-hant/no-such-page", STATIC])
@pytest.mark.django_db
def test_a_reader_gets_no_cookie_and_every_reader_the_same_answer(
    client: Client, address: str
) -> None:
    response = client.get(address, headers={"accept-language": "zh-hant"})
    response.getvalue()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.django_db
def test_the_cookies_of_an_editor_stay_in_the_admin(
    client: Client, django_user_model: type[User]
) -> None:
    form = client.get("/admin/login/")
    user = django_user_model.objects.create_superuser("editor", password="a long password")
    answer = client.post(
        "/admin/login/", {"username": user.username, "password": "a long password"}
    )
    assert answer.status_code == 302
    cookies = {**form.cookies, **answer.cookies}
    assert cookies.keys() == {"csrftoken", "sessionid"}
    for cookie in cookies.values():
        assert cookie["path"] == "/admin/"
        assert cookie["httponly"] is True
        assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize(
    ("address", "language"),
    [("/no-such-page", "en"), ("/zh-hant/no-such-page", "zh-hant"), ("/healthz", "en")],
)
@pytest.mark.parametrize("wish", ["zh-hant", "en", "de"])
def test_the_language_is_in_the_address_and_nowhere_else(
    client: Client, address: str, language: str, wish: str
) -> None:
    client.cookies["django_language"] = wish
    response = client.get(address, headers={"accept-language": wish})
    assert response["Content-Language"] == language


@override_settings(
    SECURE_SSL_REDIRECT=True, SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https")
)
@pytest.mark.django_db
def test_plain_http_is_sent_to_https_but_not_for_the_supervisor() -> None:
    client = Client()
    response = client.get("/admin/login/")
    assert response.status_code == 301
    assert response["Location"] == "https://testserver/admin/login/"
    assert client.get("/admin/login/", headers={"x-forwarded-proto": "https"}).status_code == 200
    assert client.get("/healthz").status_code == 200
