// The emulator as a team without Java uses it: Node's own test runner and fetch, no package.
// Run by NodeTest, or by hand: KEYWAY_EMULATOR_URL=http://127.0.0.1:5399 node --test <this file>
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

const emulator = process.env.KEYWAY_EMULATOR_URL;
const PASSWORD = 'correct horse battery';
const ORIGIN = 'http://localhost:3000';

async function call(method, url, { headers = {}, body } = {}) {
  const response = await fetch(url, {
    method,
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, body: json ? JSON.parse(text) : text };
}

const control = (method, path, body) => call(method, `${emulator}/_emulator${path}`, { body });

async function done(promise) {
  const answer = await promise;
  assert.ok(answer.status < 300, JSON.stringify(answer));
  return answer.body;
}

describe('the emulator, from Node', () => {
  let world;
  let keys;

  const stackAuth = (method, path, body, more = {}) =>
    call(method, `${keys.stackauth.baseUrl}/api/v1${path}`, {
      body,
      headers: {
        'x-stack-access-type': 'client',
        'x-stack-project-id': keys.stackauth.projectId,
        'x-stack-publishable-client-key': keys.stackauth.publishableClientKey,
        ...more,
      },
    });

  const stytch = (path, body) =>
    call('POST', keys.stytch.baseUrl + path, {
      body,
      headers: {
        authorization: `Basic ${btoa(`${keys.stytch.projectId}:${keys.stytch.secret}`)}`,
      },
    });

  before(async () => {
    world = `/worlds/${(await done(control('POST', '/worlds', { name: 'node' }))).id}`;
    keys = await done(control('GET', `${world}/connect`));
  });

  after(async () => {
    await done(control('DELETE', world));
    assert.equal((await control('GET', world)).status, 404);
  });

  test('a user signs up at Stack Auth and is listed', async () => {
    const ada = { email: 'ada@example.com', password: PASSWORD };
    const signedUp = await done(stackAuth('POST', '/auth/password/sign-up', ada));
    const me = await done(
      stackAuth('GET', '/users/me', undefined, { 'x-stack-access-token': signedUp.access_token }),
    );
    assert.equal(me.primary_email, 'ada@example.com');

    const { users } = await done(control('GET', `${world}/users?provider=stackauth`));
    assert.deepEqual(users.map((user) => user.id), [signedUp.user_id]);
    await done(
      control('POST', `${world}/ledger/verify`, {
        operations: ['stackauth.password.sign-up', 'stackauth.user.get-me'],
      }),
    );
  });

  test('a mailed code is awaited, and is refused once the clock has moved', async () => {
    const to = 'grace@example.com';
    const awaited = control(
      'GET',
      `${world}/outbox/await?to=${to}&kind=one_time_code&timeout=PT30S`,
    );
    const sent = await done(stytch('/v1/otps/email/login_or_create', { email: to }));
    const mail = await done(awaited);
    assert.match(mail.code, /^\d{6}$/);

    await done(control('POST', `${world}/clock/advance`, { by: 'P1D' }));
    const login = { method_id: sent.email_id, code: mail.code };
    const late = await stytch('/v1/otps/authenticate', login);
    assert.equal(late.status, 401, JSON.stringify(late));
    assert.equal(late.body.error_type, 'unable_to_auth_otp_code');
  });

  test('a fault fires as often as it was told', async () => {
    const fault = await done(
      control('POST', `${world}/faults`, {
        operation: 'stackauth.password.sign-in',
        effect: 'respond',
        status: 503,
        times: 1,
      }),
    );
    const ada = { email: 'ada@example.com', password: PASSWORD };
    assert.equal(fault.remaining, 1);
    assert.equal((await stackAuth('POST', '/auth/password/sign-in', ada)).status, 503);
    assert.equal((await stackAuth('POST', '/auth/password/sign-in', ada)).status, 200);
    assert.deepEqual((await done(control('GET', `${world}/faults`))).faults, []);
  });

  test('a passkey is registered at Stytch with a virtual authenticator', async () => {
    const { user_id } = await done(
      stytch('/v1/passwords', { email: 'ada@example.com', password: PASSWORD }),
    );
    const start = await done(
      stytch('/v1/webauthn/register/start', {
        user_id,
        domain: 'localhost',
        return_passkey_credential_options: true,
        use_base64_url_encoding: true,
      }),
    );
    const { credential } = await done(
      control('POST', `${world}/devices/authenticators/phone/create`, {
        origin: ORIGIN,
        options: start.public_key_credential_creation_options,
      }),
    );
    const registered = await done(
      stytch('/v1/webauthn/register', {
        user_id,
        public_key_credential: JSON.stringify(credential),
      }),
    );
    assert.equal(registered.user.webauthn_registrations[0].verified, true);

    const user = await done(control('GET', `${world}/users/${user_id}`));
    assert.deepEqual(user.passkeys.map((passkey) => passkey.id), [credential.id]);
  });

  test('a mistake is told by the name of its field', async () => {
    const { status, body } = await control('POST', `${world}/clock/advance`, { by: 10 });
    assert.equal(status, 400);
    assert.deepEqual([body.error.code, body.error.field], ['invalid', 'by']);
  });
});
