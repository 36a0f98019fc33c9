"""Both providers' quickstarts against the emulator: python3 -m unittest

The emulator's jar is where the build puts it, unless KEYWAY_EMULATOR_JAR says otherwise.
"""

import json
import os
import pathlib
import subprocess
import unittest
import urllib.parse

from sign_in import Refused, StackAuth, Stytch, call

BUILT = pathlib.Path(__file__).parents[3] / "emulator/target/keyway-emulator.jar"
JAR = os.environ.get("KEYWAY_EMULATOR_JAR", str(BUILT))
CALLBACK = "http://localhost:3000/authenticate"
EMAIL = "ada@example.com"
PASSWORD = "my horse reads maps at noon"


class SignInTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not pathlib.Path(JAR).is_file():
            raise RuntimeError(f"no emulator at {JAR}: set KEYWAY_EMULATOR_JAR to its jar")
        cls.emulator = subprocess.Popen(
            ["java", "-jar", JAR, "--port", "0", "--json"], stdout=subprocess.PIPE, text=True
        )
        cls.addClassCleanup(cls.stop)
        ready = json.loads(cls.emulator.stdout.readline())
        cls.url = ready["url"]

    @classmethod
    def stop(cls):
        cls.emulator.terminate()
        cls.emulator.wait()
        cls.emulator.stdout.close()

    def setUp(self):
        """A world for each test: projects with keys, users and mails of their own."""
        worlds = self.url + "/_emulator/worlds"
        self.world = f"{worlds}/{call('POST', worlds, {}, {})['id']}"
        keys = call("GET", self.world + "/connect", {})
        stack, stytch = keys["stackauth"], keys["stytch"]
        self.stack_auth = StackAuth(
            stack["baseUrl"], stack["projectId"], stack["secretServerKey"]
        )
        self.stytch = Stytch(stytch["baseUrl"], stytch["projectId"], stytch["secret"])

    def mail(self, kind):
        query = urllib.parse.urlencode({"to": EMAIL, "kind": kind, "timeout": "PT10S"})
        return call("GET", f"{self.world}/outbox/await?{query}", {})

    def test_stack_auth_by_password(self):
        self.stack_auth.sign_up(EMAIL, PASSWORD)
        tokens = self.stack_auth.sign_in(EMAIL, PASSWORD)
        self.assertEqual(EMAIL, self.stack_auth.me(tokens)["primary_email"])
        with self.assertRaises(Refused) as refused:
            self.stack_auth.sign_in(EMAIL, "your horse reads maps at noon")
        self.assertEqual("EMAIL_PASSWORD_MISMATCH", refused.exception.body["code"])

    def test_stack_auth_by_code(self):
        nonce = self.stack_auth.send_code(EMAIL, CALLBACK)
        tokens = self.stack_auth.sign_in_by_code(self.mail("one_time_code")["code"], nonce)
        self.assertEqual(EMAIL, self.stack_auth.me(tokens)["primary_email"])

    def test_stytch_by_magic_link(self):
        self.stytch.send_magic_link(EMAIL, CALLBACK)
        token = self.mail("magic_link")["token"]
        session = self.stytch.sign_in_by_link(token)
        user = self.stytch.authenticate(session["session_token"])["user"]
        self.assertEqual(EMAIL, user["emails"][0]["email"])
        with self.assertRaises(Refused) as refused:
            self.stytch.sign_in_by_link(token)
        self.assertEqual(401, refused.exception.status)


if __name__ == "__main__":
    unittest.main()
