package dev.keyway;

import java.net.URI;
import java.util.function.Supplier;

/** MagicLinks with the checks that are the same for every provider. */
final class GuardedMagicLinks implements MagicLinks {

  private final CallPipeline pipeline;
  private final Supplier<MagicLinks> area;

  GuardedMagicLinks(CallPipeline pipeline, Supplier<MagicLinks> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public Challenge send(EmailAddress email, URI callback, DeliveryOptions options) {
    Arguments.notNull(email, "email");
    Arguments.absolute(callback, "callback");
    Arguments.notNull(options, "options");
    return pipeline
        .call("magicLinks.send", options)
        .needs(Capability.MAGIC_LINK)
        .get(() -> area.get().send(email, callback, options));
  }

  @Override
  public SignInResult authenticate(URI callback, CallbackOptions options) {
    Arguments.absolute(callback, "callback");
    Arguments.notNull(options, "options");
    return pipeline
        .call("magicLinks.authenticate", options)
        .needs(Capability.MAGIC_LINK)
        .get(() -> area.get().authenticate(callback, options));
  }
}
