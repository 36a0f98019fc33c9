/** One-time passwords (RFC 6238), recovery codes, and the QR code of an enrolment. A leaf. */
@NullMarked
package dev.keyway.emulator.internal.totp;

import org.jspecify.annotations.NullMarked;
