"""An authenticator made of a few lines: a key on an elliptic curve, and the two answers that a browser would give."""

import base64
import hashlib
import json
import secrets

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Authenticator:
    """Somebody's device at one origin; `asks=False` is one that opens without a finger or a PIN."""

    def __init__(self, origin="http://localhost:8000", *, asks=True):
        self.origin = origin
        self.flags = PRESENT | (VERIFIED if asks else 0)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(32)
        self.count = 0

    def make(self, options, name=""):
        """Answer what `begin_passkey` asked."""
        point = self.key.public_key().public_numbers()
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})
        key = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        data = self._data(options["rp"]["id"], HAS_KEY) + key
        statement = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", options)
        answer = {
            "clientDataJSON": encoded(client),
            "attestationObject": encoded(statement),
            "transports": ["internal"],
        }
        return self._sent(answer) | {"name": name}

    def show(self, options):
        """Answer what `begin_login` asked."""
        self.count += 1
        data, client = self._data(options["rpId"], 0), self._client("webauthn.get", options)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        answer = {"clientDataJSON": client, "authenticatorData": data, "signature": signature}
        return self._sent({name: encoded(part) for name, part in answer.items()})

    def _data(self, domain, flags):
        return hashlib.sha256(domain.encode()).digest() + bytes([self.flags | flags]) + self.count.to_bytes(4, "big")

    def _client(self, kind, options):
        return json.dumps({"type": kind, "challenge": options["challenge"], "origin": self.origin}).encode()

    def _sent(self, response):
        return {
            "id": encoded(self.id),
            "rawId": encoded(self.id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": response,
        }
