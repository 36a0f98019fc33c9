import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
} from "oauth4webapi";
import { callbackUrl, open } from "./stack-auth.js";

let emulator;
let server;
let client;

before(async () => ({ emulator, server, client } = await open()));
after(() => emulator.stop());

/** Where a browser ends, with the cookies that it gets on its way. */
async function follow(start) {
  let url = new URL(start);
  const cookies = new Map();
  while (!url.href.startsWith(callbackUrl)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: cookie ? { cookie } : {} });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      cookies.set(name, value);
    }
    assert.ok(response.status >= 300 && response.status < 400, `${response.status} of ${url}`);
    url = new URL(response.headers.get("location"), url);
  }
  return url;
}

/** What the package does in a page, step by step: it asks for one before its first. */
async function signIn(app, scopes, beforeExchange = (callback) => callback) {
  const codeVerifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  const start = await app._interface.getOAuthUrl({
    provider: "github",
    redirectUrl: callbackUrl,
    errorRedirectUrl: callbackUrl,
    type: "authenticate",
    providerScope: scopes,
    codeChallenge: await calculatePKCECodeChallenge(codeVerifier),
    state,
    session: await app._getSession(),
  });
  const callback = beforeExchange(await follow(start));
  return app._interface.callOAuthCallback({
    oauthParams: callback.searchParams,
    redirectUri: callbackUrl,
    codeVerifier,
    state,
  });
}

test("an account at a provider signs up, and its token opens the provider", async () => {
  const account = { email: "ada@example.com", name: "Ada Lovelace" };
  await emulator.control("POST", "/oauth/next", { decision: "approve", account });
  const { newUser, accessToken, refreshToken } = await signIn(client(), "repo");
  assert.ok(newUser);
  const user = await server.getUser({ tokenStore: { accessToken, refreshToken } });
  assert.equal(user.primaryEmail, account.email);

  const [connected] = await user.listConnectedAccounts();
  assert.equal(connected.provider, "github");
  const granted = await connected.getAccessToken({ scopes: ["repo"] });
  assert.equal(granted.status, "ok");
  assert.ok(granted.data.accessToken);
  const refused = await connected.getAccessToken({ scopes: ["admin:org"] });
  assert.equal(refused.status, "error");
});

test("a state that is not the browser's own is refused before anything is sent", async () => {
  const account = { email: "mallory@example.com", name: "Mallory" };
  await emulator.control("POST", "/oauth/next", { decision: "approve", account });
  await assert.rejects(
    signIn(client(), "", (callback) => {
      callback.searchParams.set("state", "another");
      return callback;
    }),
  );
});
