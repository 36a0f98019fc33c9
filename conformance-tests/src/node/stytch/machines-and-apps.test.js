import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import stytch from "stytch";
import { open, refused } from "./stytch.js";

let emulator;
let client;
let projectId;

before(async () => ({ emulator, client, projectId } = await open()));
after(() => emulator.stop());

test("a machine gets a token that the package verifies", async () => {
  const { m2m_client } = await client.m2m.clients.create({
    client_name: "Nightly",
    scopes: ["read:reports"],
  });
  const { client_id, client_secret } = m2m_client;
  const { access_token } = await client.m2m.token({ client_id, client_secret });
  const token = await client.m2m.authenticateToken({
    access_token,
    required_scopes: ["read:reports"],
  });
  assert.equal(token.client_id, client_id);
  await assert.rejects(
    client.m2m.authenticateToken({ access_token, required_scopes: ["write:reports"] }),
  );

  const query = {
    operator: "AND",
    operands: [{ filter_name: "client_id", filter_value: [client_id] }],
  };
  const { m2m_clients } = await client.m2m.clients.search({ query });
  assert.equal(m2m_clients[0].client_name, "Nightly");
  await client.m2m.clients.update({ client_id, status: "inactive" });
  await assert.rejects(client.m2m.token({ client_id, client_secret }), { status_code: 401 });
  await client.m2m.clients.delete({ client_id });
  await refused(client.m2m.clients.get({ client_id }), "m2m_client_not_found", 404);
});

test("a machine's secret is rotated: both work until the old one is dropped", async () => {
  const { m2m_client } = await client.m2m.clients.create({ scopes: [] });
  const { client_id, client_secret } = m2m_client;
  await client.m2m.clients.secrets.rotateStart({ client_id });
  await client.m2m.clients.secrets.rotateCancel({ client_id });
  const started = await client.m2m.clients.secrets.rotateStart({ client_id });
  const next = started.m2m_client.next_client_secret;
  await client.m2m.token({ client_id, client_secret });
  await client.m2m.token({ client_id, client_secret: next });
  await client.m2m.clients.secrets.rotate({ client_id });
  const { access_token } = await client.m2m.token({ client_id, client_secret: next });
  // The package takes the scopes apart, where there are none, too.
  assert.equal((await client.m2m.authenticateToken({ access_token })).client_id, client_id);
  await assert.rejects(client.m2m.token({ client_id, client_secret }), { status_code: 401 });
});

test("an app is let in by a user, uses its token, and is put out", async () => {
  const redirect_uri = "https://desk.example.com/back";
  const { connected_app } = await client.connectedApp.clients.create({
    client_type: "first_party",
    client_name: "Desk",
    client_description: "A desk",
    redirect_urls: [redirect_uri],
    full_access_allowed: true,
  });
  const { client_id, client_secret } = connected_app;
  const { user_id } = await client.users.create({ email: "ada@example.com" });
  const request = { client_id, redirect_uri, response_type: "code", user_id };
  const scopes = ["openid", "email", "full_access"];
  const started = await client.idp.oauth.authorizeStart({ ...request, scopes });
  assert.equal(started.client.client_name, "Desk");
  assert.ok(started.scope_results.every(({ is_grantable }) => is_grantable));
  const { authorization_code } = await client.idp.oauth.authorize({
    ...request,
    scopes,
    consent_granted: true,
  });
  const answer = await fetch(
    `${emulator.world.stytch.baseUrl}/v1/public/${projectId}/oauth2/token`,
    {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: authorization_code,
        redirect_uri,
        client_id,
        client_secret,
      }),
    },
  );
  const { access_token } = await answer.json();
  const local = await client.idp.introspectTokenLocal(access_token);
  assert.equal(local.subject, user_id);
  const remote = await client.idp.introspectTokenNetwork({
    token: access_token,
    client_id,
    client_secret,
  });
  assert.equal(remote.subject, user_id);
  const exchanged = await client.sessions.exchangeAccessToken({
    access_token,
    session_duration_minutes: 60,
  });
  assert.equal(exchanged.user_id, user_id);

  const { connected_apps } = await client.users.connectedApps({ user_id });
  assert.equal(connected_apps[0].connected_app_id, client_id);
  await client.users.revoke({ user_id, connected_app_id: client_id });
  await assert.rejects(
    client.idp.introspectTokenNetwork({ token: access_token, client_id, client_secret }),
  );
});

test("an app is listed, changed, given another secret, and deleted", async () => {
  const { connected_app } = await client.connectedApp.clients.create({
    client_type: "third_party",
    client_name: "Notes",
    client_description: "",
    redirect_urls: ["https://notes.example.com/back"],
  });
  const { client_id } = connected_app;
  const { connected_apps } = await client.connectedApp.clients.search({ limit: 10 });
  assert.ok(connected_apps.some((app) => app.client_id === client_id));
  await client.connectedApp.clients.update({ client_id, client_name: "Notebook" });
  await client.connectedApp.clients.secrets.rotateStart({ client_id });
  await client.connectedApp.clients.secrets.rotateCancel({ client_id });
  await client.connectedApp.clients.secrets.rotateStart({ client_id });
  await client.connectedApp.clients.secrets.rotate({ client_id });
  const found = await client.connectedApp.clients.get({ client_id });
  assert.equal(found.connected_app.client_name, "Notebook");
  await client.connectedApp.clients.delete({ client_id });
  await refused(client.connectedApp.clients.get({ client_id }), "connected_app_not_found", 404);
});

test("the project tells its numbers and who asks; a wrong secret is refused", async () => {
  const { metrics, project_id } = await client.project.metrics();
  assert.equal(project_id, projectId);
  assert.equal(
    typeof metrics.find(({ metric_type }) => metric_type === "USER_COUNT").count,
    "number",
  );
  assert.equal((await client.debug.whoami()).project_id, projectId);
  const stranger = new stytch.Client({
    project_id: projectId,
    secret: "secret-test-wrong",
    env: `${emulator.world.stytch.baseUrl}/`,
  });
  await refused(stranger.debug.whoami(), "unauthorized_credentials", 401);
});
