import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { callbackUrl, codeOf, open, signUp } from "./stack-auth.js";

let emulator;
let server;
let client;

before(async () => ({ emulator, server, client } = await open()));
after(() => emulator.stop());

test("a server makes, lists by pages, changes, restricts and deletes users", async () => {
  for (const name of ["one", "two", "three"]) {
    await server.createUser({ primaryEmail: `${name}@example.com`, displayName: name });
  }
  const first = await server.listUsers({ limit: 2, orderBy: "signedUpAt" });
  const rest = await server.listUsers({
    limit: 2,
    orderBy: "signedUpAt",
    cursor: first.nextCursor,
  });
  assert.deepEqual(
    [...first, ...rest].map(({ displayName }) => displayName),
    ["one", "two", "three"],
  );

  const [one] = first;
  await one.update({ serverMetadata: { plan: "gold" }, clientReadOnlyMetadata: { level: 1 } });
  await one.setPrimaryEmail("uno@example.com", { verified: true });
  await one.update({ restrictedByAdmin: true, restrictedByAdminReason: "Unpaid" });
  const changed = await server.getUser(one.id);
  assert.equal(changed.primaryEmail, "uno@example.com");
  assert.ok(changed.primaryEmailVerified);
  assert.deepEqual(changed.serverMetadata, { plan: "gold" });
  assert.ok(changed.isRestricted);
  await changed.delete();
  assert.equal(await server.getUser(one.id), null);
});

test("a user changes what is theirs, and ends the account", async () => {
  await emulator.settings("stackauth", { clientUserDeletionEnabled: true });
  const app = client();
  const user = await signUp(app, "grace@example.com");
  await user.update({ displayName: "Grace", clientMetadata: { theme: "dark" } });
  const seen = await app.getUser();
  assert.equal(seen.displayName, "Grace");
  assert.deepEqual(seen.clientMetadata, { theme: "dark" });
  await seen.delete();
  assert.equal(await server.getUser(user.id), null);
});

test("an address is added, verified, made the first one, and taken off", async () => {
  const app = client();
  const user = await signUp(app, "ada@example.com");
  const value = "ada@lovelace.example";
  const added = await user.createContactChannel({ value, type: "email", usedForAuth: true });
  await added.sendVerificationEmail({ callbackUrl });
  const code = codeOf(await emulator.message(value, "email_verification"));
  assert.equal((await app.verifyEmail(code)).status, "ok");
  await (await find(value)).update({ isPrimary: true });
  assert.equal((await app.getUser()).primaryEmail, value);
  await (await find("ada@example.com")).delete();
  assert.equal((await user.listContactChannels()).length, 1);

  const seen = await server.getUser(user.id);
  const made = await seen.createContactChannel({
    value: "ada@work.example",
    type: "email",
    usedForAuth: false,
    isVerified: true,
  });
  await made.update({ isVerified: false });
  await assert.rejects(
    seen.createContactChannel({ value: "ada@work.example", type: "email", usedForAuth: false }),
  );

  async function find(address) {
    const user = await app.getUser();
    return (await user.listContactChannels()).find((channel) => channel.value === address);
  }
});

test("a user says which mails they want", async () => {
  const user = await signUp(client(), "linus@example.com");
  const categories = await user.listNotificationCategories();
  assert.ok(categories.length > 0);
  assert.ok(categories.every(({ canDisable }) => typeof canDisable === "boolean"));
});

test("keys of users and teams are made, known by, and revoked", async () => {
  await emulator.settings("stackauth", { allowUserApiKeys: true, allowTeamApiKeys: true });
  const user = await signUp(client(), "alan@example.com");
  const key = await user.createApiKey({
    description: "Nightly",
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  assert.equal((await server.getUser({ apiKey: key.value })).id, user.id);
  const [listed] = await user.listApiKeys();
  assert.ok(key.value.endsWith(listed.value.lastFour));
  await listed.revoke();
  assert.equal(await server.getUser({ apiKey: key.value }), null);

  const team = await server.createTeam({ displayName: "Enigma", creatorUserId: user.id });
  const teamKey = await team.createApiKey({ description: "Deploy", expiresAt: null });
  assert.equal((await server.getTeam({ apiKey: teamKey.value })).id, team.id);
});

test("an account at a provider is attached by the server, and listed", async () => {
  const user = await server.createUser({ primaryEmail: "margaret@example.com" });
  const made = await server.createOAuthProvider({
    userId: user.id,
    accountId: "github-margaret",
    providerConfigId: "github",
    email: "margaret@github.example",
    allowSignIn: true,
    allowConnectedAccounts: true,
  });
  assert.equal(made.status, "ok");
  const [provider] = await user.listOAuthProviders();
  assert.equal(provider.accountId, "github-margaret");
  await provider.update({ allowSignIn: false });
  assert.equal((await user.listConnectedAccounts()).length, 1);
  await provider.delete();
  assert.deepEqual(await user.listOAuthProviders(), []);
});
