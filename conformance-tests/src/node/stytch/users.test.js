import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, refused } from "./stytch.js";

let emulator;
let client;

before(async () => ({ emulator, client } = await open()));
after(() => emulator.stop());

test("a user is made, found, searched for, changed and deleted", async () => {
  const email = "ada@example.com";
  const name = { first_name: "Ada", last_name: "Lovelace" };
  const { user_id } = await client.users.create({ email, name, external_id: "customer-1" });
  const found = await client.users.get({ user_id });
  assert.equal(found.emails[0].email, email);
  assert.equal(found.name.last_name, "Lovelace");

  await client.users.create({ phone_number: "+15005550006" });
  const query = {
    operator: "OR",
    operands: [
      { filter_name: "email_address", filter_value: [email] },
      { filter_name: "phone_number", filter_value: ["+15005550006"] },
    ],
  };
  const both = await client.users.search({ query });
  assert.equal(both.results_metadata.total, 2);
  const seen = [];
  const pages = client.users.searchAll({ limit: 1 });
  while (pages.hasNext()) {
    seen.push(...(await pages.next()));
  }
  assert.equal(seen.length, 2);

  await client.users.update({ user_id, trusted_metadata: { plan: "gold" }, roles: ["admin"] });
  const { user } = await client.users.deleteExternalId({ user_id });
  assert.deepEqual(user.trusted_metadata, { plan: "gold" });
  assert.ok(user.roles.includes("admin"));

  await client.users.delete({ user_id });
  await refused(client.users.get({ user_id }), "user_not_found", 404);
});

test("an address and a number are taken off, and a first factor is exchanged", async () => {
  const made = await client.users.create({ email: "grace@example.com" });
  const { user_id } = made;
  const changed = await client.users.exchangePrimaryFactor({
    user_id,
    email_address: "grace@navy.example",
  });
  assert.deepEqual(
    changed.user.emails.map((email) => email.email),
    ["grace@navy.example"],
  );

  const { phone_id } = await client.otps.sms.send({ phone_number: "+15005550007", user_id });
  const { user } = await client.users.deletePhoneNumber({ phone_id });
  assert.deepEqual(user.phone_numbers, []);
  await refused(client.users.deleteEmail({ email_id: made.email_id }), "email_not_found", 404);
});

test("what the package does not check, the project refuses", async () => {
  await refused(client.users.create({ email: "nobody" }), "invalid_email", 400);
  await client.users.create({ email: "alan@example.com" });
  await refused(client.users.create({ email: "alan@example.com" }), "duplicate_email", 400);
});
