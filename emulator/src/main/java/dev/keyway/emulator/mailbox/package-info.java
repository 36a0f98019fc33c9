/**
 * The mails of a world as the mail server of Stack Auth's development stack shows them, for tools
 * that were written for that: Inbucket's REST API, version 1, under {@code /api/v1/mailbox}.
 *
 * @see <a href="https://github.com/inbucket/inbucket/wiki/REST-API">Inbucket's REST API</a>
 */
@NullMarked
package dev.keyway.emulator.mailbox;

import org.jspecify.annotations.NullMarked;
