/** The social providers behind all vendors, as one small OAuth 2.0 server (RFC 6749). */
@NullMarked
package dev.keyway.emulator.internal.idp;

import org.jspecify.annotations.NullMarked;
