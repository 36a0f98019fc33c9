// Stack Auth's official package, pointed at an emulator of its own.

import { StackAdminApp, StackClientApp, StackServerApp } from "@stackframe/js";
import { startEmulator } from "../support/emulator.js";

export const password = "my horse reads maps at noon";
export const outsideABrowser = { noRedirect: true, noVerificationCallback: true };
export const callbackUrl = "http://localhost:3000/callback";

export async function open() {
  const emulator = await startEmulator();
  const { baseUrl, projectId, publishableClientKey, secretServerKey, superSecretAdminKey } =
    emulator.world.stackauth;
  const keys = { baseUrl, projectId, publishableClientKey, noAutomaticPrefetch: true };
  const server = new StackServerApp({ ...keys, secretServerKey, tokenStore: "memory" });
  const admin = new StackAdminApp({
    ...keys,
    secretServerKey,
    superSecretAdminKey,
    tokenStore: "memory",
  });
  /** The app as one person's browser has it, with tokens of its own. */
  const client = () => new StackClientApp({ ...keys, tokenStore: "memory" });
  return { emulator, server, admin, client };
}

/** Somebody who signed up by password, as their browser has them. */
export async function signUp(app, email) {
  const result = await app.signUpWithCredential({ email, password, ...outsideABrowser });
  if (result.status !== "ok") {
    throw result.error;
  }
  return app.getUser();
}

/** A request of a browser that the package makes in pages only. */
export async function send({ world }, path, body) {
  const { baseUrl, projectId, publishableClientKey } = world.stackauth;
  const response = await fetch(`${baseUrl}/api/v1${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-stack-access-type": "client",
      "x-stack-project-id": projectId,
      "x-stack-publishable-client-key": publishableClientKey,
    },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** The code in a mailed link. */
export function codeOf({ link }) {
  return new URL(link).searchParams.get("code");
}
