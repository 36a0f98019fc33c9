import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { callbackUrl, codeOf, open, signUp } from "./stack-auth.js";

let emulator;
let server;
let admin;
let client;

before(async () => {
  ({ emulator, server, admin, client } = await open());
  await emulator.settings("stackauth", { clientTeamCreationEnabled: true });
});
after(() => emulator.stop());

test("a team is made, joined by invitation, left and deleted", async () => {
  const owner = await signUp(client(), "ada@example.com");
  const team = await owner.createTeam({ displayName: "Engines" });
  await team.update({ displayName: "Analytical Engines" });
  const email = "grace@example.com";
  await team.inviteUser({ email, callbackUrl });
  assert.equal((await team.listInvitations())[0].recipientEmail, email);
  const code = codeOf(await emulator.message(email, "invitation"));

  const app = client();
  const guest = await server.createUser({
    primaryEmail: email,
    primaryEmailVerified: true,
    primaryEmailAuthEnabled: true,
    password: "a tall tree grows slowly",
  });
  await app.signInWithCredential({ email, password: "a tall tree grows slowly", noRedirect: true });
  assert.equal((await app.verifyTeamInvitationCode(code)).status, "ok");
  const details = await app.getTeamInvitationDetails(code);
  assert.equal(details.data.teamDisplayName, "Analytical Engines");
  assert.equal((await app.acceptTeamInvitation(code)).status, "ok");
  const again = await app.acceptTeamInvitation(code);
  assert.equal(again.error.errorCode, "VERIFICATION_CODE_ALREADY_USED");
  const members = await team.listUsers();
  assert.deepEqual(members.map(({ id }) => id).sort(), [owner.id, guest.id].sort());

  const member = await app.getUser();
  const [joined] = await member.listTeams();
  await (await member.getTeamProfile(joined)).update({ displayName: "Amazing Grace" });
  assert.equal((await member.getTeamProfile(joined)).displayName, "Amazing Grace");
  await member.leaveTeam(joined);
  assert.deepEqual(await (await app.getUser()).listTeams(), []);
  await (await server.getTeam(team.id)).delete();
  assert.equal(await server.getTeam(team.id), null);
});

test("a server puts users in and out, and grants what they may do", async () => {
  const user = await server.createUser({ primaryEmail: "alan@example.com" });
  const team = await server.createTeam({ displayName: "Bletchley" });
  await team.addUser(user.id);
  await admin.createTeamPermissionDefinition({
    id: "read_messages",
    description: "May read",
    containedPermissionIds: [],
  });
  await admin.createTeamPermissionDefinition({
    id: "write_messages",
    containedPermissionIds: ["read_messages"],
  });
  await user.grantPermission(team, "write_messages");
  assert.ok(await user.hasPermission(team, "read_messages"));
  const direct = await user.listPermissions(team, { recursive: false });
  assert.ok(!direct.some(({ id }) => id === "read_messages"));
  await user.revokePermission(team, "write_messages");
  assert.equal(await user.hasPermission(team, "read_messages"), false);

  await admin.createProjectPermissionDefinition({ id: "beta", containedPermissionIds: [] });
  await user.grantPermission("beta");
  assert.ok(await user.hasPermission("beta"));
  await user.revokePermission("beta");
  assert.equal(await user.hasPermission("beta"), false);
  await team.removeUser(user.id);
  assert.deepEqual(await team.listUsers(), []);
});

test("definitions of permissions are listed, changed and deleted", async () => {
  await admin.createTeamPermissionDefinition({ id: "temporary", containedPermissionIds: [] });
  await admin.updateTeamPermissionDefinition("temporary", { description: "For a while" });
  const listed = await admin.listTeamPermissionDefinitions();
  assert.equal(listed.find(({ id }) => id === "temporary").description, "For a while");
  await admin.deleteTeamPermissionDefinition("temporary");
  const left = await admin.listTeamPermissionDefinitions();
  assert.ok(!left.some(({ id }) => id === "temporary"));
});
