import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { after, before, test } from "node:test";
import { encodeBase58, Wallet } from "ethers";
import { open, refused } from "./stytch.js";

let emulator;
let client;

before(async () => ({ emulator, client } = await open()));
after(() => emulator.stop());

test("an authenticator app, its recovery codes, and its end", async () => {
  const { user_id } = await client.users.create({ email: "ada@example.com" });
  const { totp_id, secret, recovery_codes } = await client.totps.create({ user_id });
  const totp_code = await emulator.totpCode(secret);
  const added = await client.totps.authenticate({
    user_id,
    totp_code,
    session_duration_minutes: 60,
  });
  assert.equal(added.session.authentication_factors[0].type, "totp");

  const { totps } = await client.totps.recoveryCodes({ user_id });
  assert.deepEqual(totps[0].recovery_codes, recovery_codes);
  const recovery_code = recovery_codes[0];
  await client.totps.recover({ user_id, recovery_code });
  await refused(
    client.totps.recover({ user_id, recovery_code }),
    "unable_to_authenticate_recovery_code",
    401,
  );

  const { user } = await client.users.deleteTOTP({ totp_id });
  assert.deepEqual(user.totps, []);
});

test("a passkey is registered, renamed, used and taken off", async () => {
  const domain = "localhost";
  const { user_id } = await client.users.create({ email: "grace@example.com" });
  const started = await client.webauthn.registerStart({
    user_id,
    domain,
    return_passkey_credential_options: true,
    use_base64_url_encoding: true,
  });
  const made = await emulator.passkey("create", started.public_key_credential_creation_options);
  const { webauthn_registration_id } = await client.webauthn.register({
    user_id,
    public_key_credential: JSON.stringify(made),
  });
  const named = await client.webauthn.update({ webauthn_registration_id, name: "Phone" });
  assert.equal(named.webauthn_registration.name, "Phone");
  const { credentials } = await client.webauthn.listCredentials({ user_id, domain });
  assert.equal(credentials[0].webauthn_registration_id, webauthn_registration_id);

  const asked = await client.webauthn.authenticateStart({
    domain,
    return_passkey_credential_options: true,
    use_base64_url_encoding: true,
  });
  const shown = await emulator.passkey("get", asked.public_key_credential_request_options);
  const answer = { public_key_credential: JSON.stringify(shown), session_duration_minutes: 60 };
  const signedIn = await client.webauthn.authenticate(answer);
  assert.equal(signedIn.user_id, user_id);
  await refused(client.webauthn.authenticate(answer), "unable_to_auth_webauthn_registration", 401);

  const { user } = await client.users.deleteWebAuthnRegistration({ webauthn_registration_id });
  assert.deepEqual(user.webauthn_registrations, []);
});

test("an Ethereum wallet signs in, plainly and after EIP-4361", async () => {
  const wallet = Wallet.createRandom();
  const who = { crypto_wallet_type: "ethereum", crypto_wallet_address: wallet.address };
  const { challenge, user_id } = await client.cryptoWallets.authenticateStart(who);
  await refused(
    client.cryptoWallets.authenticate({
      ...who,
      signature: await Wallet.createRandom().signMessage(challenge),
    }),
    "unable_to_authenticate_crypto_wallet",
    401,
  );
  const again = await client.cryptoWallets.authenticateStart(who);
  const signature = await wallet.signMessage(again.challenge);
  const signedIn = await client.cryptoWallets.authenticate({ ...who, signature });
  assert.equal(signedIn.user_id, user_id);

  const uri = "https://example.com/sign-in";
  const siwe = await client.cryptoWallets.authenticateStart({
    ...who,
    siwe_params: { domain: "example.com", uri, resources: [] },
  });
  const { siwe_params } = await client.cryptoWallets.authenticate({
    ...who,
    signature: await wallet.signMessage(siwe.challenge),
  });
  assert.equal(siwe_params.uri, uri);

  const { crypto_wallet_id } = signedIn.user.crypto_wallets[0];
  const { user } = await client.users.deleteCryptoWallet({ crypto_wallet_id });
  assert.deepEqual(user.crypto_wallets, []);
});

test("a Solana wallet signs in", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const key = Buffer.from(publicKey.export({ format: "jwk" }).x, "base64url");
  const who = { crypto_wallet_type: "solana", crypto_wallet_address: encodeBase58(key) };
  const { challenge, user_id } = await client.cryptoWallets.authenticateStart(who);
  const signature = encodeBase58(sign(null, Buffer.from(challenge), privateKey));
  const signedIn = await client.cryptoWallets.authenticate({ ...who, signature });
  assert.equal(signedIn.user_id, user_id);
});
