import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { after, before, test } from "node:test";
import { createLocalJWKSet, jwtVerify, SignJWT } from "jose";
import { open, password, refused } from "./stytch.js";

const email = "ada@example.com";
const hour = { session_duration_minutes: 60 };

let emulator;
let client;
let projectId;
let user_id;

before(async () => {
  ({ emulator, client, projectId } = await open());
  ({ user_id } = await client.passwords.create({ email, password }));
});
after(() => emulator.stop());

test("a session is checked here and there, listed and revoked", async () => {
  const { session, session_jwt } = await client.passwords.authenticate({
    email,
    password,
    ...hour,
  });
  const local = await client.sessions.authenticateJwtLocal({ session_jwt });
  assert.equal(local.session_id, session.session_id);
  const { session_jwt: fresh } = await client.sessions.authenticateJwt({
    session_jwt,
    max_token_age_seconds: 0,
    session_custom_claims: { theme: "dark" },
  });
  const { custom_claims } = await client.sessions.authenticateJwtLocal({ session_jwt: fresh });
  assert.deepEqual(custom_claims, { theme: "dark" });

  const keys = await client.sessions.getJWKS({ project_id: projectId });
  const { payload } = await jwtVerify(fresh, createLocalJWKSet(keys), { audience: projectId });
  assert.equal(payload.sub, user_id);

  const { sessions } = await client.sessions.get({ user_id });
  assert.ok(sessions.some(({ session_id }) => session_id === session.session_id));
  await client.sessions.revoke({ session_id: session.session_id });
  await refused(client.sessions.authenticate({ session_jwt }), "session_not_found", 404);
});

test("a role decides, in the project and in the package", async () => {
  await emulator.settings("stytch", {
    resources: [{ id: "documents", actions: ["read", "write"] }],
    roles: [{ id: "writer", permissions: { documents: ["write"] } }],
  });
  const { roles } = (await client.rbac.policy()).policy;
  assert.ok(roles.some(({ role_id }) => role_id === "writer"));
  await client.users.update({ user_id, roles: ["writer"] });
  const { session_token, session_jwt } = await client.passwords.authenticate({
    email,
    password,
    ...hour,
  });
  const allowed = { resource_id: "documents", action: "write" };
  const { verdict } = await client.sessions.authenticate({
    session_token,
    authorization_check: allowed,
  });
  assert.deepEqual(verdict.granting_roles, ["writer"]);
  await client.sessions.authenticateJwtLocal({ session_jwt, authorization_check: allowed });

  const denied = { resource_id: "documents", action: "read" };
  await refused(
    client.sessions.authenticate({ session_token, authorization_check: denied }),
    "consumer_session_authorization_error",
    403,
  );
  await assert.rejects(
    client.sessions.authenticateJwtLocal({ session_jwt, authorization_check: denied }),
  );
});

test("a session of another system becomes one", async () => {
  await emulator.settings("stytch", { externalSessions: { "old-session": email } });
  const migrated = await client.sessions.migrate({ session_token: "old-session", ...hour });
  assert.equal(migrated.user_id, user_id);
  await refused(
    client.sessions.migrate({ session_token: "unknown", ...hour }),
    "migrate_from_external_unexpected_response",
    400,
  );
});

test("a trusted token becomes a session", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const issuer = "https://sso.example.com";
  const audience = "desk";
  await emulator.settings("stytch", {
    trustedTokenProfiles: [
      { id: "sso", issuer, audience, publicKey: publicKey.export({ format: "pem", type: "spki" }) },
    ],
  });
  const token = (from) =>
    new SignJWT({ email })
      .setProtectedHeader({ alg: "RS256" })
      .setSubject("employee-1")
      .setIssuer(from)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime("5 minutes")
      .sign(privateKey);
  const attested = await client.sessions.attest({
    profile_id: "sso",
    token: await token(issuer),
    ...hour,
  });
  assert.equal(attested.user_id, user_id);
  assert.equal(attested.session.authentication_factors[0].type, "trusted_auth_token");
  await refused(
    client.sessions.attest({ profile_id: "sso", token: await token("https://else.example") }),
    "jwt_invalid_issuer",
    400,
  );
});

test("somebody who runs the project acts as a user, once", async () => {
  const { token } = await emulator.control("POST", "/tokens/impersonate", {
    provider: "stytch",
    user: user_id,
    impersonator: "support@example.com",
  });
  const { session } = await client.impersonation.authenticate({ impersonation_token: token });
  assert.equal(session.user_id, user_id);
  await refused(
    client.impersonation.authenticate({ impersonation_token: token }),
    "unable_to_auth_impersonation_token",
    401,
  );
});
