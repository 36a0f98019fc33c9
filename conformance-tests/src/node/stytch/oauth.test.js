import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { callback, open, refused } from "./stytch.js";

let emulator;
let client;

before(async () => ({ emulator, client } = await open()));
after(() => emulator.stop());

/** The token that a browser brings back from a social provider. */
async function comeBack(query) {
  let url = new URL("/v1/public/oauth/google/start", emulator.world.stytch.baseUrl);
  url.search = new URLSearchParams({
    public_token: emulator.world.stytch.publicToken,
    login_redirect_url: callback,
    signup_redirect_url: callback,
    ...query,
  });
  while (!url.href.startsWith(callback)) {
    const response = await fetch(url, { redirect: "manual" });
    assert.ok(response.status >= 300 && response.status < 400, `${response.status} of ${url}`);
    url = new URL(response.headers.get("location"), url);
  }
  return url.searchParams.get("token");
}

async function approve(email) {
  const account = { email, name: "Ada Lovelace" };
  await emulator.control("POST", "/oauth/next", { decision: "approve", account });
}

test("an account at Google signs up, is attached, and is taken off", async () => {
  await approve("ada@example.com");
  const token = await comeBack({});
  const signedIn = await client.oauth.authenticate({ token, session_duration_minutes: 60 });
  assert.equal(signedIn.provider_type, "Google");
  assert.ok(signedIn.provider_values.access_token);
  await refused(client.oauth.authenticate({ token }), "oauth_token_not_found", 400);

  const { user_id } = await client.users.create({ email: "grace@example.com" });
  const { oauth_attach_token } = await client.oauth.attach({ provider: "google", user_id });
  await approve("grace@gmail.example");
  const attached = await client.oauth.authenticate({
    token: await comeBack({ oauth_attach_token }),
  });
  assert.equal(attached.user_id, user_id);

  const { oauth_user_registration_id } = attached;
  const { user } = await client.users.deleteOAuthRegistration({ oauth_user_registration_id });
  assert.deepEqual(user.providers, []);
});
