// Stack Auth's official package, against the emulator: npm install && npm test

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { StackClientApp, StackServerApp } from "@stackframe/js";
import { startEmulator } from "./emulator.js";

const password = "my horse reads maps at noon";
const outsideABrowser = { noRedirect: true, noVerificationCallback: true };

let emulator;
let keys;
let server;

before(async () => {
  emulator = await startEmulator();
  const { baseUrl, projectId, publishableClientKey, secretServerKey } = emulator.world.stackauth;
  keys = { baseUrl, projectId, publishableClientKey };
  server = new StackServerApp({ ...keys, secretServerKey, tokenStore: "memory" });
});

after(() => emulator.stop());

/** The app as one person's browser has it, with tokens of its own. */
function client() {
  return new StackClientApp({ ...keys, tokenStore: "memory" });
}

test("a user signs up, out and in by password", async () => {
  const account = { email: "grace@example.com", password, ...outsideABrowser };
  const app = client();
  assert.equal((await app.signUpWithCredential(account)).status, "ok");
  const grace = await app.getUser();
  assert.equal(grace.primaryEmail, account.email);
  const { accessToken } = await grace.getAuthJson();
  assert.equal(accessToken.split(".").length, 3);

  await grace.signOut();
  assert.equal(await app.getUser(), null);

  const wrong = { ...account, password: "your horse reads maps at noon" };
  const refused = await app.signInWithCredential(wrong);
  assert.equal(refused.error.errorCode, "EMAIL_PASSWORD_MISMATCH");
  assert.equal(await app.getUser(), null);

  assert.equal((await app.signInWithCredential(account)).status, "ok");
  assert.equal((await app.getUser()).id, grace.id);

  const again = await client().signUpWithCredential(account);
  assert.equal(again.error.errorCode, "USER_EMAIL_ALREADY_EXISTS");
});

test("a server makes, lists, changes and deletes users", async () => {
  const linus = await server.createUser({
    primaryEmail: "linus@example.com",
    primaryEmailAuthEnabled: true,
    primaryEmailVerified: true,
    displayName: "Linus",
    serverMetadata: { plan: "free" },
  });
  const listed = await server.listUsers({ query: "linus@example.com" });
  assert.deepEqual(listed.map((user) => user.id), [linus.id]);

  await linus.update({ displayName: "Linus P." });
  const changed = await server.getUser(linus.id);
  assert.equal(changed.displayName, "Linus P.");
  assert.deepEqual(changed.serverMetadata, { plan: "free" });

  await changed.delete();
  assert.equal(await server.getUser(linus.id), null);
});

test("a user whom the server made signs in by magic link, once", async () => {
  const email = "ada@example.com";
  const ada = await server.createUser({
    primaryEmail: email,
    primaryEmailAuthEnabled: true,
    primaryEmailVerified: true,
  });
  const app = client();
  const callbackUrl = "http://localhost:3000/magic-link-callback";
  assert.equal((await app.sendMagicLinkEmail(email, { callbackUrl })).status, "ok");
  const { link } = await emulator.mail(email, "magic_link");
  const code = new URL(link).searchParams.get("code");

  assert.equal((await app.signInWithMagicLink(code, { noRedirect: true })).status, "ok");
  const user = await app.getUser();
  assert.equal(user.id, ada.id);

  const second = await client().signInWithMagicLink(code, { noRedirect: true });
  assert.equal(second.error.errorCode, "VERIFICATION_CODE_ALREADY_USED");
});

test("a server opens a session for a user, and knows whose it is", async () => {
  const user = await server.createUser({ primaryEmail: "alan@example.com" });
  const session = await user.createSession({ expiresInMillis: 60 * 60 * 1000 });
  const tokens = await session.getTokens();
  const caller = await server.getUser({ tokenStore: tokens });
  assert.equal(caller.id, user.id);
});
