package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.address.UrlHost;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.stytch.RedirectPurpose;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which URLs links and redirects may lead to: those that are registered for their purpose. The
 * query plays no part, {@code www.} counts as nothing.
 */
public enum RedirectRules {
  /** The mail to somebody who is known. */
  LOGIN_LINK(
      RedirectPurpose.LOGIN,
      StytchError.INVALID_LOGIN_MAGIC_LINK_URL,
      StytchError.NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL,
      StytchError.NO_DEFAULT_LOGIN_REDIRECT_URL_SET,
      StytchError.NO_LOGIN_REDIRECT_URLS_SET),
  /** The mail to somebody new. */
  SIGNUP_LINK(
      RedirectPurpose.SIGNUP,
      StytchError.INVALID_SIGNUP_MAGIC_LINK_URL,
      StytchError.NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL,
      StytchError.NO_DEFAULT_SIGNUP_REDIRECT_URL_SET,
      StytchError.NO_SIGNUP_REDIRECT_URLS_SET),
  /** An invitation. */
  INVITE_LINK(
      RedirectPurpose.INVITE,
      StytchError.INVALID_INVITE_MAGIC_LINK_URL,
      StytchError.NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL,
      StytchError.NO_DEFAULT_INVITE_REDIRECT_URL_SET,
      StytchError.NO_INVITE_REDIRECT_URLS_SET),
  /** The reset button of a reset mail. That an unregistered URL is told so is inferred. */
  RESET(
      RedirectPurpose.RESET_PASSWORD,
      StytchError.INVALID_PASSWORD_RESET_REDIRECT_URL,
      StytchError.INVALID_PASSWORD_RESET_REDIRECT_URL,
      StytchError.NO_PASSWORD_RESET_REDIRECT_URL,
      StytchError.NO_PASSWORD_RESET_REDIRECT_URL),
  /** The log-in button of a reset mail. */
  RESET_LOGIN(
      RedirectPurpose.LOGIN,
      StytchError.INVALID_LOGIN_REDIRECT_URL,
      StytchError.INVALID_LOGIN_REDIRECT_URL,
      StytchError.NO_DEFAULT_LOGIN_REDIRECT_URL_SET,
      StytchError.NO_LOGIN_REDIRECT_URLS_SET),
  /** The end of a social sign-in of somebody who is known. */
  OAUTH_LOGIN(
      RedirectPurpose.LOGIN,
      StytchError.INVALID_LOGIN_OAUTH_URL,
      StytchError.NO_MATCH_FOR_PROVIDED_OAUTH_URL,
      StytchError.NO_DEFAULT_LOGIN_REDIRECT_URL_SET,
      StytchError.NO_LOGIN_REDIRECT_URLS_SET),
  /** The end of a social sign-in of somebody new. */
  OAUTH_SIGNUP(
      RedirectPurpose.SIGNUP,
      StytchError.INVALID_SIGNUP_OAUTH_URL,
      StytchError.NO_MATCH_FOR_PROVIDED_OAUTH_URL,
      StytchError.NO_DEFAULT_SIGNUP_REDIRECT_URL_SET,
      StytchError.NO_SIGNUP_REDIRECT_URLS_SET);

  private final RedirectPurpose purpose;
  private final StytchError malformed;
  private final StytchError unregistered;
  private final StytchError noDefault;
  private final StytchError noneRegistered;

  RedirectRules(
      RedirectPurpose purpose,
      StytchError malformed,
      StytchError unregistered,
      StytchError noDefault,
      StytchError noneRegistered) {
    this.purpose = purpose;
    this.malformed = malformed;
    this.unregistered = unregistered;
    this.noDefault = noDefault;
    this.noneRegistered = noneRegistered;
  }

  /** What it refuses a URL with. */
  public Set<StytchError> errors() {
    return EnumSet.of(
        malformed,
        unregistered,
        noDefault,
        noneRegistered,
        StytchError.PKCE_REQUIRED_FOR_NATIVE_CALLBACK);
  }

  /**
   * The URL to use: the one that was sent, or the project's default.
   *
   * @param challenge the PKCE challenge, which native schemes need; may be empty
   * @throws StytchFailure if it is malformed or not registered, or none was sent and there is no
   *     default
   */
  public String accept(StytchProject project, Optional<String> sent, String challenge) {
    List<String> registered = project.settings().redirectUrls(purpose);
    if (sent.isEmpty()) {
      if (registered.isEmpty()) {
        throw noDefault.failure();
      }
      return registered.get(0);
    }
    URI url = parse(sent.get());
    if (url == null) {
      throw malformed.failure();
    }
    if (registered.isEmpty()) {
      throw noneRegistered.failure();
    }
    if (registered.stream().noneMatch(one -> same(parse(one), url))) {
      throw unregistered.failure();
    }
    if (!isWeb(url) && challenge.isEmpty()) {
      throw StytchError.PKCE_REQUIRED_FOR_NATIVE_CALLBACK.failure();
    }
    return sent.get();
  }

  /** Whether a text is a URL that a browser may be sent to. */
  public static boolean isUrl(String text) {
    return parse(text) != null;
  }

  private static boolean isWeb(URI url) {
    return url.getScheme().equalsIgnoreCase("https") || url.getScheme().equalsIgnoreCase("http");
  }

  /** An app's own scheme needs no host: {@code com.example.app:/callback} (inferred). */
  private static @Nullable URI parse(String text) {
    try {
      URI url = new URI(text);
      boolean user = url.getRawAuthority() != null && url.getRawAuthority().contains("@");
      return url.getScheme() == null || user || (isWeb(url) && UrlHost.of(url).isEmpty())
          ? null
          : url;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean same(@Nullable URI registered, URI url) {
    return registered != null
        && registered.getScheme().equalsIgnoreCase(url.getScheme())
        && host(registered).equals(host(url))
        && UrlHost.port(registered) == UrlHost.port(url)
        && path(registered).equals(path(url));
  }

  private static String host(URI url) {
    String host = UrlHost.of(url);
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private static String path(URI url) {
    if (url.isOpaque()) {
      return url.getRawSchemeSpecificPart().split("\\?", 2)[0];
    }
    return url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
  }
}
