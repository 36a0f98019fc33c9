import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { callback, open, refused } from "./stytch.js";

let emulator;
let client;

before(async () => ({ emulator, client } = await open()));
after(() => emulator.stop());

for (const { by, to, address, factor } of [
  {
    by: "email",
    to: "ada@example.com",
    address: "email",
    factor: ["email_factor", "email_address"],
  },
  {
    by: "sms",
    to: "+15005550006",
    address: "phone_number",
    factor: ["phone_number_factor", "phone_number"],
  },
  {
    by: "whatsapp",
    to: "+15005550007",
    address: "phone_number",
    factor: ["phone_number_factor", "phone_number"],
  },
]) {
  test(`a code by ${by} signs up, and in again`, async () => {
    const channel = client.otps[by];
    const started = await channel.loginOrCreate({ [address]: to });
    assert.ok(started.user_created);
    const method_id = started.email_id ?? started.phone_id;
    const { code } = await emulator.message(to, "one_time_code");
    const wrong = code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
    await refused(client.otps.authenticate({ method_id, code: wrong }), "otp_code_not_found", 404);
    const signedIn = await client.otps.authenticate({
      method_id,
      code,
      session_duration_minutes: 60,
    });
    assert.equal(signedIn.user_id, started.user_id);
    const [type, value] = factor;
    assert.equal(signedIn.session.authentication_factors[0][type][value], to);

    await channel.send({ [address]: to });
    const second = await emulator.message(to, "one_time_code");
    await client.otps.authenticate({ method_id, code: second.code });
  });
}

test("a magic link signs in by mail, by hand and by invitation", async () => {
  const email = "grace@example.com";
  const invited = await client.magicLinks.email.invite({ email, invite_magic_link_url: callback });
  const invitation = await emulator.message(email, "invitation");
  const first = await client.magicLinks.authenticate({ token: invitation.token });
  assert.equal(first.user_id, invited.user_id);

  await client.magicLinks.email.send({ email, login_magic_link_url: callback });
  const mailed = await emulator.message(email, "magic_link");
  await client.magicLinks.authenticate({ token: mailed.token });
  await refused(
    client.magicLinks.authenticate({ token: mailed.token }),
    "unable_to_auth_magic_link",
    401,
  );

  const { token } = await client.magicLinks.create({ user_id: first.user_id });
  const embedded = await client.magicLinks.authenticate({ token, session_duration_minutes: 60 });
  assert.ok(embedded.session_jwt);
});

test("an invitation is taken back", async () => {
  const email = "mallory@example.com";
  await client.magicLinks.email.invite({ email, invite_magic_link_url: callback });
  await client.magicLinks.email.revokeInvite({ email });
  const { token } = await emulator.message(email, "invitation");
  await refused(client.magicLinks.authenticate({ token }), "magic_link_not_found", 404);
});
