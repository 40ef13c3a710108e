"""An OpenID provider of a few lines, on a free port of this machine, which lies when it is told to.

`python -m tests.tools.provider` starts one to try the sign-on with by hand; it signs everybody on as the same person.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwk, jwt


def unsigned(claims):
    """A token that says of itself that nobody signed it."""
    parts = [json.dumps(part).encode() for part in ({"alg": "none", "typ": "JWT"}, claims)]
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + "."


class LocalProvider:
    """Signs one person on, `subject`, without asking. `changed` is what its ID tokens say instead; None is silence."""

    KEY = None

    def __init__(self, client_id="portalen", secret="hemlighet-som-ar-lang"):
        type(self).KEY = self.KEY or jwk.RSAKey.generate_key(2048, {"kid": "en", "use": "sig"})
        self.client_id, self.secret = client_id, secret
        self.keys, self.signing_key = [self.KEY], self.KEY
        self.subject, self.changed, self.configuration, self.answers = "anna-17", {}, {}, {}
        self.make_token = self.signed
        self.codes, self.asked, self.is_down, self.tells_issuer = {}, [], False, True
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def signed(self, claims, *, algorithm="RS256"):
        return jwt.encode({"alg": algorithm, "kid": self.signing_key.kid}, claims, self.signing_key)

    def found(self):
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "authorization_response_iss_parameter_supported": True,
            **self.configuration,
        }

    def authorize(self, address):
        """Answer what the browser was sent with: the address that it is sent back to."""
        asked = dict(parse_qsl(urlsplit(address).query))
        self.asked.append(asked)
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        told = {"iss": self.issuer} if self.tells_issuer else {}
        answer = {"code": code, "state": asked["state"], **told, **self.answers}
        return f"{asked['redirect_uri']}?{urlencode(answer)}"

    def token(self, sent, authorization):
        """Exchange a code: (status, JSON)."""
        asked = self.codes.pop(sent.get("code"), None)
        shown = base64.b64decode(authorization.partition(" ")[2]).decode()
        challenge = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        is_right = (
            asked is not None
            and shown == f"{self.client_id}:{self.secret}"
            and sent["redirect_uri"] == asked["redirect_uri"]
            and base64.urlsafe_b64encode(challenge).rstrip(b"=").decode() == asked["code_challenge"]
        )
        if not is_right:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": self.client_id, "sub": self.subject, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], "name": "Anna på jobbet",
        }  # fmt: skip
        if "max_age" in asked:
            claims["auth_time"] = now
        claims = {name: value for name, value in (claims | self.changed).items() if value is not None}
        return 200, {"access_token": "a", "token_type": "Bearer", "id_token": self.make_token(claims)}

    def _handler(self):
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                path = urlsplit(self.path).path
                if provider.is_down:
                    self.answer(500, {})
                elif path == "/authorize":
                    self.send_response(302)
                    self.send_header("Location", provider.authorize(self.path))
                    self.end_headers()
                elif path == "/jwks":
                    self.answer(200, {"keys": [key.as_dict(private=False) for key in provider.keys]})
                else:
                    self.answer(200, provider.found())

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                if provider.is_down:
                    self.answer(500, {})
                else:
                    self.answer(*provider.token(dict(parse_qsl(body)), self.headers.get("Authorization", "")))

            def answer(self, status, content):
                body = json.dumps(content).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                """Say nothing."""

        return Handler


if __name__ == "__main__":
    provider = LocalProvider()
    print(f"issuer: {provider.issuer}\nclient_id: {provider.client_id}\nclient_secret: {provider.secret}", flush=True)
    threading.Event().wait()
