/** Webhooks signed by Svix's scheme, which both vendors use. */
@NullMarked
package dev.keyway.providers.webhook;

import org.jspecify.annotations.NullMarked;
