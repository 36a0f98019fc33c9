package dev.keyway;

import java.net.URI;

/** MagicLinks with the checks that are the same for every provider. */
final class GuardedMagicLinks implements MagicLinks {

  private final CallPipeline pipeline;
  private final MagicLinks area;

  GuardedMagicLinks(CallPipeline pipeline, MagicLinks area) {
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
        .get(() -> area.send(email, callback, options));
  }

  @Override
  public SignInResult authenticate(URI callback, CallbackOptions options) {
    Arguments.absolute(callback, "callback");
    Arguments.notNull(options, "options");
    return pipeline
        .call("magicLinks.authenticate", options)
        .needs(Capability.MAGIC_LINK)
        .get(() -> area.authenticate(callback, options));
  }
}
