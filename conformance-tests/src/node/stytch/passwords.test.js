import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { callback, open, password, refused } from "./stytch.js";

const other = "a tall tree grows slowly at dusk";

let emulator;
let client;

before(async () => ({ emulator, client } = await open()));
after(() => emulator.stop());

test("a password is made, checked and replaced in three ways", async () => {
  const email = "ada@example.com";
  await client.passwords.create({ email, password });
  const strength = await client.passwords.strengthCheck({ email, password: "password" });
  assert.equal(strength.valid_password, false);
  assert.equal(strength.strength_policy, "zxcvbn");

  await client.passwords.email.resetStart({ email, reset_password_redirect_url: callback });
  const { token } = await emulator.message(email, "password_reset");
  await client.passwords.email.reset({ token, password: other });
  await refused(
    client.passwords.email.reset({ token, password }),
    "unable_to_auth_password_reset_token",
    401,
  );

  const third = "seven lamps by the quiet harbour";
  await client.passwords.existingPassword.reset({
    email,
    existing_password: other,
    new_password: third,
  });
  const { session_token } = await client.passwords.authenticate({
    email,
    password: third,
    session_duration_minutes: 60,
  });
  const { user_id } = await client.passwords.sessions.reset({ session_token, password });
  await refused(
    client.passwords.authenticate({ email, password: third }),
    "unauthorized_credentials",
    401,
  );

  const { password: kept } = await client.users.get({ user_id });
  const { user } = await client.users.deletePassword({ password_id: kept.password_id });
  assert.equal(user.password ?? null, null);
});

test("a hash of another system signs in", async () => {
  const email = "grace@example.com";
  const hash = "$2b$04$.OeNDfyiIxG3OCbMTTvhYeSsQS8bQtXx8aOUi1m9ioauDcz/tk3NS";
  const migrated = await client.passwords.migrate({ email, hash, hash_type: "bcrypt" });
  assert.ok(migrated.user_created);
  const signedIn = await client.passwords.authenticate({
    email,
    password: "a tall tree grows slowly",
  });
  assert.equal(signedIn.user_id, migrated.user_id);
});
