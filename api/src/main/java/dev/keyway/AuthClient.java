package dev.keyway;

import dev.keyway.internal.UnexpectedFailure;
import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.AuthProviderFactory;
import dev.keyway.spi.ProviderContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Authentication by whichever provider the configuration names.
 *
 * <pre>{@code
 * try (AuthClient client = AuthClient.open(AuthConfig.fromEnvironment())) {
 *   SignInResult result = client.passwords().signIn(EmailAddress.of(email), Secret.of(password));
 *   SessionTokens tokens = result.orElseThrow().tokens();
 * }
 * }</pre>
 *
 * <p>Make one and share it: it is safe for use by several threads, and holds connections and keys.
 * Every call checks its arguments, then that the provider can do it, before anything is sent; it
 * ends within its timeout; it fails with {@link AuthException} only.
 */
public final class AuthClient implements AutoCloseable {

  private final AuthProvider provider;
  private final Areas areas;
  private final CallPipeline pipeline;
  private final @Nullable ExecutorService ownExecutor;
  private final Executor executor;

  /** Each area behind its guard, made when it is first asked for. */
  private final Map<Class<?>, Object> guarded = new ConcurrentHashMap<>();

  private AuthClient(
      AuthProvider provider, Areas areas, AuthObserver observer, @Nullable Executor executor) {
    this.provider = provider;
    this.areas = areas;
    this.pipeline = new CallPipeline(provider, observer);
    if (executor == null) {
      ExecutorService own = Executors.newCachedThreadPool(AuthClient::daemon);
      this.ownExecutor = own;
      this.executor = own;
    } else {
      this.ownExecutor = null;
      this.executor = executor;
    }
  }

  /**
   * A client for the provider that the configuration names.
   *
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID} naming what is missing or wrong.
   *     Nothing is sent.
   */
  public static AuthClient open(AuthConfig config) {
    return builder(config).build();
  }

  /** A builder for the provider that the configuration names, found on the class path. */
  public static Builder builder(AuthConfig config) {
    Arguments.notNull(config, "config");
    return new Builder(config, null);
  }

  /** A builder for this provider, whatever is on the class path. */
  public static Builder builder(AuthProviderFactory factory, AuthConfig config) {
    Arguments.notNull(factory, "factory");
    Arguments.notNull(config, "config");
    return new Builder(config, factory);
  }

  /** The provider's id, such as {@code stack-auth}. */
  public String provider() {
    return provider.id();
  }

  /** Whether the provider offers this. */
  public boolean supports(Capability capability) {
    return pipeline.supports(Arguments.notNull(capability, "capability"));
  }

  /** Everything that the provider offers, in the order of the enum. */
  public Set<Capability> capabilities() {
    return pipeline.capabilities();
  }

  /** E-mail address and password. */
  public Passwords passwords() {
    return guarded(Passwords.class, () -> new GuardedPasswords(pipeline, areas::passwords));
  }

  /** One-time codes. */
  public Otps otps() {
    return guarded(Otps.class, () -> new GuardedOtps(pipeline, areas::otps));
  }

  /** Mailed links. */
  public MagicLinks magicLinks() {
    return guarded(MagicLinks.class, () -> new GuardedMagicLinks(pipeline, areas::magicLinks));
  }

  /** Identity providers. */
  public OAuth oauth() {
    return guarded(OAuth.class, () -> new GuardedOAuth(pipeline, areas::oauth));
  }

  /** Passkeys. */
  public Passkeys passkeys() {
    return guarded(Passkeys.class, () -> new GuardedPasskeys(pipeline, areas::passkeys));
  }

  /** Authenticator apps. */
  public Totp totp() {
    return guarded(Totp.class, () -> new GuardedTotp(pipeline, areas::totp));
  }

  /** The second half of a sign-in. */
  public SecondFactor secondFactor() {
    return guarded(
        SecondFactor.class, () -> new GuardedSecondFactor(pipeline, areas::secondFactor));
  }

  /** Sessions. */
  public Sessions sessions() {
    return guarded(Sessions.class, () -> new GuardedSessions(pipeline, areas::sessions));
  }

  /** Users. */
  public Users users() {
    return guarded(Users.class, () -> new GuardedUsers(pipeline, areas::users));
  }

  /** Events that the provider posts to the application. */
  public Webhooks webhooks() {
    return guarded(Webhooks.class, () -> new GuardedWebhooks(pipeline, areas::webhooks));
  }

  /** Programs that call the application. */
  public Machines machines() {
    return guarded(Machines.class, () -> new GuardedMachines(pipeline, areas::machines));
  }

  private <A> A guarded(Class<A> area, Supplier<A> guard) {
    return area.cast(guarded.computeIfAbsent(area, any -> guard.get()));
  }

  /**
   * The provider's own interface, for what the neutral ones do not cover. Code that uses it works
   * with that provider only. Its calls keep the promises of the neutral ones: arguments are checked
   * before anything is sent, observers see them, they end within their timeout, and they fail with
   * {@link AuthException} only. Each call makes a new one: keep what you get. It ends with the
   * client.
   *
   * @throws AuthException {@link ErrorCode#UNSUPPORTED}, naming the provider, when it has no such
   *     interface
   */
  public <T> T unwrap(Class<T> type) {
    pipeline.ensureOpen();
    return provider
        .unwrap(Arguments.notNull(type, "type"), pipeline)
        .orElseThrow(() -> pipeline.unsupported(type.getName()));
  }

  /**
   * Runs calls on another thread: {@code client.async(c -> c.passwords().signIn(email, password))}.
   * Uses the builder's executor, or threads of the client's own, as many as there are calls under
   * way.
   *
   * @return completes with the result or with the {@link AuthException}; {@link
   *     ErrorCode#CLIENT_CLOSED} also when an executor of yours takes no more
   */
  public <T> CompletableFuture<T> async(Function<AuthClient, T> call) {
    Arguments.notNull(call, "call");
    try {
      pipeline.ensureOpen();
      return CompletableFuture.supplyAsync(() -> call.apply(this), executor);
    } catch (AuthException e) {
      return CompletableFuture.failedFuture(e);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(
          AuthException.of(
              ErrorCode.CLIENT_CLOSED, "The executor takes no more calls", Retry.SAFE_LATER, e));
    }
  }

  /**
   * Ends the client: later calls fail with {@link ErrorCode#CLIENT_CLOSED}, calls under way run to
   * their end or fail. Again is no error.
   */
  @Override
  public void close() {
    if (pipeline.close()) {
      if (ownExecutor != null) {
        ownExecutor.shutdown();
      }
      provider.close();
    }
  }

  /** The provider's id only. */
  @Override
  public String toString() {
    return "AuthClient[" + provider.id() + "]";
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "keyway-async");
    thread.setDaemon(true);
    return thread;
  }

  /** Builds {@link AuthClient}. */
  public static final class Builder {
    private static final int MOST_BROKEN_PROVIDERS = 100;

    private final AuthConfig config;
    private final @Nullable AuthProviderFactory factory;
    private final List<AuthObserver> observers = new ArrayList<>();
    private final Set<Capability> required = EnumSet.noneOf(Capability.class);
    private Clock clock = Clock.systemUTC();
    private SecureRandom random = new SecureRandom();
    private @Nullable Executor executor;

    private Builder(AuthConfig config, @Nullable AuthProviderFactory factory) {
      this.config = config;
      this.factory = factory;
    }

    /** Adds an observer. */
    public Builder observer(AuthObserver observer) {
      observers.add(Arguments.notNull(observer, "observer"));
      return this;
    }

    /** The time by which tokens and handles are judged. Default: the system's. */
    public Builder clock(Clock clock) {
      this.clock = Arguments.notNull(clock, "clock");
      return this;
    }

    /** The source of states, verifiers and nonces. Default: a new {@link SecureRandom}. */
    public Builder random(SecureRandom random) {
      this.random = Arguments.notNull(random, "random");
      return this;
    }

    /**
     * Where {@link AuthClient#async} runs; stays the caller's to shut down. Default: threads of the
     * client's own.
     */
    public Builder executor(Executor executor) {
      this.executor = Arguments.notNull(executor, "executor");
      return this;
    }

    /** Makes {@link #build()} fail unless the provider offers all of these. */
    public Builder require(Capability... capabilities) {
      Arguments.notNull(capabilities, "capabilities");
      required.addAll(Arguments.copyList(Arrays.asList(capabilities), "capabilities"));
      return this;
    }

    /**
     * The client. Nothing is sent.
     *
     * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID} naming what is missing or
     *     wrong; {@link ErrorCode#UNSUPPORTED} naming every required capability that is not offered
     */
    public AuthClient build() {
      AuthProviderFactory chosen = factory == null ? find(config.provider()) : factory;
      config.refuseUnknown(chosen.id(), chosen.keys());
      config.check();
      AuthObserver observer = new Observers(List.copyOf(observers));
      ProviderContext context = new ProviderContext(config, clock, random, observer);
      AuthProvider provider = made(chosen, () -> chosen.create(context));
      Set<Capability> missing = EnumSet.noneOf(Capability.class);
      missing.addAll(required);
      missing.removeAll(provider.capabilities());
      if (!missing.isEmpty()) {
        provider.close();
        throw AuthException.of(
            ErrorCode.UNSUPPORTED, "The provider " + chosen.id() + " does not support " + missing);
      }
      return new AuthClient(provider, made(chosen, provider::areas), observer, executor);
    }

    private static <T> T made(AuthProviderFactory factory, Supplier<T> making) {
      try {
        return making.get();
      } catch (AuthException e) {
        throw e;
      } catch (RuntimeException e) {
        throw AuthException.of(
            ErrorCode.UNKNOWN,
            "The provider " + factory.id() + " could not be made",
            Retry.NEVER,
            new UnexpectedFailure(e));
      }
    }

    private static AuthProviderFactory find(String id) {
      Set<String> found = new LinkedHashSet<>();
      Set<String> broken = new LinkedHashSet<>();
      for (ClassLoader loader : loaders()) {
        Iterator<AuthProviderFactory> candidates =
            ServiceLoader.load(AuthProviderFactory.class, loader).iterator();
        Optional<AuthProviderFactory> next = next(candidates, broken);
        while (next.isPresent() && !next.get().id().equals(id)) {
          found.add(next.get().id());
          next = next(candidates, broken);
        }
        if (next.isPresent()) {
          return next.get();
        }
      }
      throw AuthException.of(
          ErrorCode.CONFIGURATION_INVALID,
          "Configuration keyway.provider "
              + (found.isEmpty()
                  ? "is " + id + ", but no provider was found: is keyway-providers there?"
                  : "must be " + String.join(" or ", found) + ", not " + id)
              + " (looked for with the thread's context class loader and Keyway's own)"
              + (broken.isEmpty() ? "" : "; could not be loaded: " + broken));
    }

    /** Where applications have their libraries; a pool's thread may know of none. */
    private static Set<ClassLoader> loaders() {
      Set<ClassLoader> loaders = new LinkedHashSet<>();
      Optional.ofNullable(Thread.currentThread().getContextClassLoader()).ifPresent(loaders::add);
      loaders.add(AuthClient.class.getClassLoader());
      return loaders;
    }

    /** Passes over what can't be loaded, so that it keeps no other provider from being found. */
    private static Optional<AuthProviderFactory> next(
        Iterator<AuthProviderFactory> candidates, Set<String> broken) {
      for (int tries = 0; tries < MOST_BROKEN_PROVIDERS; tries++) {
        try {
          return candidates.hasNext() ? Optional.of(candidates.next()) : Optional.empty();
        } catch (ServiceConfigurationError e) {
          broken.add(String.valueOf(e.getMessage()));
        }
      }
      return Optional.empty();
    }
  }
}
