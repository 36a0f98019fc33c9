"""Sign-in at Stack Auth and at Stytch by their REST APIs, with the standard library alone."""

import base64
import json
import urllib.error
import urllib.request


class Refused(Exception):
    """The provider said no."""

    def __init__(self, status, body):
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body


def call(method, url, headers, body=None):
    """Sends JSON and reads JSON."""
    request = urllib.request.Request(url, method=method, headers=dict(headers))
    if body is not None:
        request.add_header("Content-Type", "application/json")
        request.data = json.dumps(body).encode()
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            raise Refused(error.code, json.load(error)) from None


class StackAuth:
    """One project at Stack Auth."""

    def __init__(self, base_url, project_id, secret_server_key):
        self._api = base_url + "/api/v1"
        self._headers = {
            "x-stack-access-type": "server",
            "x-stack-project-id": project_id,
            "x-stack-secret-server-key": secret_server_key,
        }

    def sign_up(self, email, password):
        return self._post("/auth/password/sign-up", {"email": email, "password": password})

    def sign_in(self, email, password):
        return self._post("/auth/password/sign-in", {"email": email, "password": password})

    def send_code(self, email, callback_url):
        body = {"email": email, "callback_url": callback_url}
        return self._post("/auth/otp/send-sign-in-code", body)["nonce"]

    def sign_in_by_code(self, code, nonce):
        """The whole code is the six characters of the mail and the nonce of the sending."""
        return self._post("/auth/otp/sign-in", {"code": code + nonce})

    def me(self, tokens):
        headers = {**self._headers, "x-stack-access-token": tokens["access_token"]}
        return call("GET", self._api + "/users/me", headers)

    def _post(self, path, body):
        return call("POST", self._api + path, self._headers, body)


class Stytch:
    """One project at Stytch."""

    def __init__(self, base_url, project_id, secret):
        credentials = base64.b64encode(f"{project_id}:{secret}".encode()).decode()
        self._api = base_url + "/v1"
        self._headers = {"Authorization": "Basic " + credentials}

    def send_magic_link(self, email, callback_url):
        body = {
            "email": email,
            "login_magic_link_url": callback_url,
            "signup_magic_link_url": callback_url,
        }
        return self._post("/magic_links/email/login_or_create", body)

    def sign_in_by_link(self, token):
        return self._post(
            "/magic_links/authenticate", {"token": token, "session_duration_minutes": 60}
        )

    def authenticate(self, session_token):
        return self._post("/sessions/authenticate", {"session_token": session_token})

    def _post(self, path, body):
        return call("POST", self._api + path, self._headers, body)
