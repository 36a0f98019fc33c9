import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { StackServerApp } from "@stackframe/js";
import { open } from "./stack-auth.js";

let emulator;
let admin;
let client;

before(async () => ({ emulator, admin, client } = await open()));
after(() => emulator.stop());

test("a browser knows what the project offers", async () => {
  const { config } = await client().getProject();
  assert.ok(config.credentialEnabled);
  assert.ok(config.oauthProviders.some(({ id }) => id === "google"));
});

test("an administrator changes the project, and the browser sees it", async () => {
  const project = await admin.getProject();
  await project.update({ displayName: "Shop", config: { signUpEnabled: false } });
  assert.equal((await admin.getProject()).displayName, "Shop");
  const seen = await client().getProject();
  assert.equal(seen.config.signUpEnabled, false);
  await project.update({ config: { signUpEnabled: true } });
});

test("an administrator changes the configuration by its paths", async () => {
  const project = await admin.getProject();
  assert.equal((await project.getConfig()).domains.allowLocalhost, true);
  await project.updateConfig({ "domains.allowLocalhost": false });
  assert.equal((await project.getConfig()).domains.allowLocalhost, false);
  assert.equal((await admin.getProject()).config.allowLocalhost, false);
});

test("a set of keys is made, works, and is revoked", async () => {
  const { baseUrl, projectId } = emulator.world.stackauth;
  const made = await admin.createInternalApiKey({
    description: "Second server",
    expiresAt: new Date(Date.now() + 86_400_000),
    hasPublishableClientKey: true,
    hasSecretServerKey: true,
    hasSuperSecretAdminKey: false,
  });
  const second = new StackServerApp({
    baseUrl,
    projectId,
    publishableClientKey: made.publishableClientKey,
    secretServerKey: made.secretServerKey,
    tokenStore: "memory",
    noAutomaticPrefetch: true,
  });
  assert.deepEqual([...(await second.listUsers())], []);
  const listed = await admin.listInternalApiKeys();
  await listed.find(({ id }) => id === made.id).revoke();
  await assert.rejects(second.listUsers({ limit: 1 }));
});

test("an administrator gets a token for the page of the webhooks", async () => {
  const { token } = await admin._interface.getSvixToken();
  assert.ok(token);
});
