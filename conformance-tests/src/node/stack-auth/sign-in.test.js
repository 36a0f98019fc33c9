import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  callbackUrl,
  codeOf,
  open,
  outsideABrowser,
  password,
  send,
  signUp,
} from "./stack-auth.js";

const other = "a tall tree grows slowly at dusk";

let emulator;
let server;
let client;

before(async () => ({ emulator, server, client } = await open()));
after(() => emulator.stop());

test("a password signs up and in, is changed, and is reset by mail", async () => {
  const email = "ada@example.com";
  const app = client();
  const ada = await signUp(app, email);
  await ada.updatePassword({ oldPassword: password, newPassword: other });
  await (await app.getUser()).signOut();
  assert.equal(await app.getUser(), null);
  const wrong = await app.signInWithCredential({ email, password, noRedirect: true });
  assert.equal(wrong.error.errorCode, "EMAIL_PASSWORD_MISMATCH");

  assert.equal((await app.sendForgotPasswordEmail(email, { callbackUrl })).status, "ok");
  const code = codeOf(await emulator.message(email, "password_reset"));
  assert.equal((await app.verifyPasswordResetCode(code)).status, "ok");
  assert.equal((await app.resetPassword({ code, password })).status, "ok");
  const used = await app.resetPassword({ code, password });
  assert.equal(used.error.errorCode, "VERIFICATION_CODE_ALREADY_USED");
  const again = await app.signInWithCredential({ email, password, noRedirect: true });
  assert.equal(again.status, "ok");
  const weak = await client().signUpWithCredential({
    email: "weak@example.com",
    password: "short",
    ...outsideABrowser,
  });
  assert.equal(weak.error.errorCode, "PASSWORD_TOO_SHORT");
});

test("a mailed link signs in, and so does its code with the nonce", async () => {
  const email = "grace@example.com";
  const app = client();
  await app.sendMagicLinkEmail(email, { callbackUrl });
  const code = codeOf(await emulator.message(email, "sign_in"));
  assert.equal((await app.signInWithMagicLink(code, { noRedirect: true })).status, "ok");
  assert.equal((await app.getUser()).primaryEmail, email);

  const { data } = await app.sendMagicLinkEmail(email, { callbackUrl });
  const mailed = await emulator.message(email, "sign_in");
  const typed = await client().signInWithMagicLink(mailed.code + data.nonce, { noRedirect: true });
  assert.equal(typed.status, "ok");
});

test("an authenticator app is the second factor", async () => {
  const email = "alan@example.com";
  const alan = await signUp(client(), email);
  await alan.update({ totpMultiFactorSecret: new TextEncoder().encode("12345678901234567890") });
  const app = client();
  // The package leads to a page here, with the attempt in the browser's storage.
  const demand = await send(emulator, "/auth/password/sign-in", { email, password });
  assert.equal(demand.code, "MULTI_FACTOR_AUTHENTICATION_REQUIRED");
  const attempt = demand.details.attempt_code;
  const code = await emulator.totpCode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  const wrong = code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
  const refused = await app.signInWithMfa(wrong, attempt, { noRedirect: true });
  assert.equal(refused.error.errorCode, "INVALID_TOTP_CODE");
  assert.equal((await app.signInWithMfa(code, attempt, { noRedirect: true })).status, "ok");
  assert.equal((await app.getUser()).id, alan.id);
});

test("sessions are listed and revoked, and a server opens one", async () => {
  const email = "linus@example.com";
  const app = client();
  await signUp(app, email);
  const elsewhere = client();
  await elsewhere.signInWithCredential({ email, password, noRedirect: true });
  const user = await app.getUser();
  const [another] = (await user.getActiveSessions()).filter((it) => !it.isCurrentSession);
  await user.revokeSession(another.id);
  assert.equal((await user.getActiveSessions()).length, 1);

  const seen = await server.getUser(user.id);
  const opened = await seen.createSession({ expiresInMillis: 3_600_000, isImpersonation: true });
  const tokenStore = await opened.getTokens();
  assert.equal((await server.getUser({ tokenStore })).id, user.id);
  const token = await server.getPartialUser({ from: "token", tokenStore });
  assert.equal(token.primaryEmail, email);
  const sessions = await user.getActiveSessions();
  assert.equal(sessions.length, 1, "an administrator's session is nothing that the user sees");
});

test("somebody without an account has one, and keeps it", async () => {
  const app = client();
  const stranger = await app.getUser({ or: "anonymous" });
  assert.ok(stranger.isAnonymous);
  const user = await signUp(app, "katherine@example.com");
  assert.equal(user.id, stranger.id);
  assert.equal(user.isAnonymous, false);
});

test("a program on a terminal signs in, once its user said so in the browser", async () => {
  const app = client();
  const user = await signUp(app, "dennis@example.com");
  const { refreshToken } = await user.currentSession.getTokens();
  let confirmed;
  const result = await client().promptCliLogin({
    appUrl: "http://localhost:3000",
    promptLink: (url, loginCode) => {
      const login_code = loginCode ?? new URL(url).searchParams.get("login_code");
      const body = { login_code, refresh_token: refreshToken };
      confirmed = send(emulator, "/auth/cli/complete", body);
    },
  });
  await confirmed;
  assert.equal(result.status, "ok");
  const tokenStore = { accessToken: null, refreshToken: result.data };
  assert.equal((await server.getUser({ tokenStore })).id, user.id);
});
