// Stytch's official package, pointed at an emulator of its own.

import assert from "node:assert/strict";
import stytch, { StytchError } from "stytch";
import { startEmulator } from "../support/emulator.js";

export const password = "my horse reads maps at noon";
export const callback = "http://localhost:3000/authenticate";

export async function open() {
  const emulator = await startEmulator();
  const { projectId, secret, baseUrl } = emulator.world.stytch;
  const client = new stytch.Client({ project_id: projectId, secret, env: `${baseUrl}/` });
  return { emulator, client, projectId };
}

/** That a call fails with an error of Stytch's, as the package tells it. */
export function refused(call, error_type, status_code) {
  return assert.rejects(call, (error) => {
    assert.ok(error instanceof StytchError, error);
    assert.deepEqual(
      { error_type: error.error_type, status_code: error.status_code },
      { error_type, status_code },
    );
    assert.match(error.request_id, /^request-id-test-/);
    return true;
  });
}
