package dev.keyway.emulator.internal.idp;

import dev.keyway.emulator.OAuthConsent;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.state.Retention;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All social providers of one world. Safe for use by several threads. */
public final class IdentityProvider implements OAuthConsent {
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);
  private static final Duration ACCESS_TOKEN_LIFE = Duration.ofHours(1);
  private static final int TOKEN_BYTES = 32;

  @NotInSnapshot("its clock and outbox have snapshots of their own; ledger and faults are no state")
  private final WorldContext context;

  private final String id;
  private final Deque<OAuthDecision> decisions = new ArrayDeque<>();
  private final Map<String, SocialAccount> accounts = new LinkedHashMap<>();
  private final Map<String, Code> codes = new LinkedHashMap<>();
  private final Map<String, Grant> grants = new LinkedHashMap<>();

  /** Makes providers that nobody has an account with. */
  public IdentityProvider(WorldContext context) {
    this.context = context;
    this.id = context.random().uuid();
  }

  /** The id in its URLs. */
  public String id() {
    return id;
  }

  /** Where to send a browser. */
  public URI authorizeUrl(AuthorizationRequest request) {
    return URI.create(
        context.publicUrl()
            + "/_emulator/oauth/"
            + id
            + "/authorize?"
            + encoded(request.parameters()));
  }

  /**
   * Turns a code into what was granted. Of any number of callers exactly one gets it.
   *
   * @return empty if the code is unknown, used, expired, or was made for another redirect URI
   */
  public synchronized Optional<Grant> redeem(String code, String redirectUri) {
    Code found = codes.remove(code);
    if (found == null
        || !found.redirectUri.equals(redirectUri)
        || !context.clock().instant().isBefore(found.expiresAt)) {
      return Optional.empty();
    }
    grants.put(found.grant.refreshToken(), found.grant);
    if (grants.size() > Retention.COUNT) {
      grants.remove(grants.keySet().iterator().next());
    }
    return Optional.of(found.grant);
  }

  /**
   * Gives a new access token for a refresh token, which stays good.
   *
   * @return empty if the refresh token is unknown or was {@linkplain #revoke revoked}
   */
  public synchronized Optional<Grant> refresh(String refreshToken) {
    Grant old = grants.get(refreshToken);
    if (old == null) {
      return Optional.empty();
    }
    Grant fresh = grant(old.provider(), old.account(), old.scopes(), refreshToken);
    grants.put(refreshToken, fresh);
    return Optional.of(fresh);
  }

  /** Makes a refresh token unknown, as somebody does who withdraws consent. */
  public synchronized void revoke(String refreshToken) {
    grants.remove(refreshToken);
  }

  @Override
  public synchronized void next(OAuthDecision decision) {
    decisions.add(Objects.requireNonNull(decision, "decision"));
  }

  @Override
  public synchronized List<OAuthDecision> pending() {
    return List.copyOf(decisions);
  }

  @Override
  public synchronized void addAccount(SocialAccount account) {
    accounts.put(account.subject(), account);
  }

  @Override
  public synchronized List<SocialAccount> accounts() {
    return List.copyOf(accounts.values());
  }

  @Override
  public synchronized void clear() {
    decisions.clear();
    accounts.clear();
    codes.clear();
    grants.clear();
  }

  /** The people and what they granted, as of now. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(
        List.copyOf(decisions),
        new LinkedHashMap<>(accounts),
        new LinkedHashMap<>(codes),
        new LinkedHashMap<>(grants));
  }

  /** Knows what it knew when {@code snapshot} was taken. */
  public synchronized void restore(Snapshot snapshot) {
    clear();
    decisions.addAll(snapshot.decisions);
    accounts.putAll(snapshot.accounts);
    codes.putAll(snapshot.codes);
    grants.putAll(snapshot.grants);
  }

  /** The decision that was made beforehand; empty when the person must be asked. */
  synchronized Optional<OAuthDecision> takeDecision() {
    @Nullable OAuthDecision decision = decisions.poll();
    return Optional.ofNullable(decision);
  }

  synchronized Optional<SocialAccount> account(String subject) {
    return Optional.ofNullable(accounts.get(subject));
  }

  /** Where the browser goes after a decision. */
  synchronized URI resolve(AuthorizationRequest request, OAuthDecision decision) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (decision instanceof OAuthDecision.Approve approve) {
      accounts.put(approve.account().subject(), approve.account());
      String code = context.random().base64Url(TOKEN_BYTES);
      String refreshToken = context.random().base64Url(TOKEN_BYTES);
      Instant end = context.clock().instant().plus(CODE_LIFE);
      Grant grant = grant(request.provider(), approve.account(), request.scopes(), refreshToken);
      dropExpiredCodes();
      codes.put(code, new Code(request.redirectUri(), grant, end));
      parameters.put("code", code);
    } else if (decision instanceof OAuthDecision.Fail fail) {
      parameters.put("error", fail.code());
      parameters.put("error_description", fail.description());
    }
    parameters.put("state", request.state());
    String separator = request.redirectUri().contains("?") ? "&" : "?";
    return URI.create(request.redirectUri() + separator + encoded(parameters));
  }

  /** All live equally long, so those that were made first expire first. */
  private void dropExpiredCodes() {
    Instant now = context.clock().instant();
    Iterator<Code> oldest = codes.values().iterator();
    while (oldest.hasNext() && !now.isBefore(oldest.next().expiresAt)) {
      oldest.remove();
    }
  }

  /** Whether a redirect URI is the emulator's own: anything else would be an open redirect. */
  boolean trusts(String redirectUri) {
    return redirectUri.startsWith(context.publicUrl() + "/");
  }

  WorldContext context() {
    return context;
  }

  private Grant grant(
      String provider, SocialAccount account, List<String> scopes, String refreshToken) {
    return new Grant(
        provider,
        account,
        scopes,
        context.random().base64Url(TOKEN_BYTES),
        refreshToken,
        context.clock().instant().plus(ACCESS_TOKEN_LIFE));
  }

  private static String encoded(Map<String, String> parameters) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        (name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return pairs.stream().collect(Collectors.joining("&"));
  }

  /** The providers at one moment. */
  public static final class Snapshot {
    private final List<OAuthDecision> decisions;
    private final Map<String, SocialAccount> accounts;
    private final Map<String, Code> codes;
    private final Map<String, Grant> grants;

    private Snapshot(
        List<OAuthDecision> decisions,
        Map<String, SocialAccount> accounts,
        Map<String, Code> codes,
        Map<String, Grant> grants) {
      this.decisions = decisions;
      this.accounts = accounts;
      this.codes = codes;
      this.grants = grants;
    }
  }

  private record Code(String redirectUri, Grant grant, Instant expiresAt) {}
}
