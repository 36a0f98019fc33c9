package dev.keyway.providers.spring.security;

import dev.keyway.AccessToken;
import dev.keyway.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who showed an access token that was accepted. The principal is the {@link Session}, the
 * name is the user's id, and each factor that the session rests on is an authority: {@code
 * FACTOR_PASSWORD}, {@code FACTOR_TOTP} and so on, by the names of {@link dev.keyway.FactorKind}.
 * Where the provider's tokens don't tell factors, there is none.
 *
 * <p>Meant for one request: it is not to be kept in an HTTP session.
 */
public final class KeywayAuthentication extends AbstractAuthenticationToken {

  /** What the names of factors are put behind. */
  public static final String FACTOR_PREFIX = "FACTOR_";

  private static final long serialVersionUID = 1L;

  private final transient Session session;
  private transient @Nullable AccessToken token;

  private KeywayAuthentication(Session session, AccessToken token) {
    super(authorities(session));
    this.session = session;
    this.token = token;
    setAuthenticated(true);
  }

  /**
   * Of a session that was verified: whoever calls this says so.
   *
   * @param session what {@code sessions().verify(token)} or {@code authenticate} returned
   * @param token the token
   */
  public static KeywayAuthentication of(Session session, AccessToken token) {
    return new KeywayAuthentication(session, token);
  }

  @Override
  public Session getPrincipal() {
    return session;
  }

  /** The {@link AccessToken}; null once the credentials are erased. */
  @Override
  public @Nullable Object getCredentials() {
    return token;
  }

  /** The user's id. */
  @Override
  public String getName() {
    return session.userId().value();
  }

  @Override
  public void eraseCredentials() {
    super.eraseCredentials();
    token = null;
  }

  /** Of the same session, with the same authorities. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeywayAuthentication that
        && session.equals(that.session)
        && List.copyOf(getAuthorities()).equals(List.copyOf(that.getAuthorities()))
        && isAuthenticated() == that.isAuthenticated();
  }

  @Override
  public int hashCode() {
    return session.hashCode();
  }

  private static List<GrantedAuthority> authorities(Session session) {
    return session.factors().stream()
        .map(factor -> FACTOR_PREFIX + factor.kind())
        .distinct()
        .map(name -> (GrantedAuthority) new SimpleGrantedAuthority(name))
        .toList();
  }
}
