package dev.keyway.emulator;

import dev.keyway.emulator.http.Binding;
import dev.keyway.emulator.http.Listeners;
import dev.keyway.emulator.seed.Seed;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Stack Auth and Stytch on one port of this machine. Reachable over loopback only, makes no
 * outbound call, and keeps everything in memory. One emulator serves any number of {@linkplain
 * #newWorld worlds} at a time; starting one costs a fraction of a second, opening a world well
 * under a millisecond. Safe for use by several threads.
 */
public final class AuthEmulator implements AutoCloseable {
  private final EmulatorComponent parts;
  private final URI localUrl;
  private final URI publicUrl;
  private final int wantedHttpsPort;
  private @Nullable URI httpsUrl;

  private AuthEmulator(EmulatorComponent parts, URI localUrl, URI publicUrl, int wantedHttpsPort) {
    this.parts = parts;
    this.localUrl = localUrl;
    this.publicUrl = publicUrl;
    this.wantedHttpsPort = wantedHttpsPort;
  }

  /** Starts an emulator on a free port. */
  public static AuthEmulator start() {
    return builder().start();
  }

  /** Options for starting one. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Where it listens, for example {@code http://127.0.0.1:40123}. This is the base URL of both
   * providers: Stack Auth's API is under {@code /api/v1}, Stytch's under {@code /v1}.
   */
  public URI baseUrl() {
    return localUrl;
  }

  /** What issuers and links begin with; {@link #baseUrl()} unless another was set. */
  public URI publicUrl() {
    return publicUrl;
  }

  /**
   * The base URL over HTTPS, for SDKs that refuse anything else. Opens the port, and makes the
   * certificate, when first called; clients trust it through {@link #clientTls()} or {@link
   * #certificateAuthorityPem()}.
   */
  public synchronized URI httpsBaseUrl() {
    if (httpsUrl == null) {
      int port = parts.listeners().openHttps(wantedHttpsPort);
      httpsUrl = URI.create("https://" + parts.listeners().urlHost() + ":" + port);
    }
    return httpsUrl;
  }

  /** The base URL over HTTPS, if {@link #httpsBaseUrl()} opened that port before. */
  public synchronized Optional<URI> openHttpsBaseUrl() {
    return Optional.ofNullable(httpsUrl);
  }

  /** A TLS context for clients, which trusts this emulator and nobody else. */
  public SSLContext clientTls() {
    return parts.tls().clientContext();
  }

  /** The certificate that clients in other languages must trust, as PEM. */
  public String certificateAuthorityPem() {
    return parts.tls().authorityPem();
  }

  /** Opens a world with the vendors' default settings. */
  public World newWorld() {
    return newWorld(WorldSpec.defaults());
  }

  /** Opens a world. */
  public World newWorld(WorldSpec spec) {
    return parts.worlds().open(Objects.requireNonNull(spec, "spec"), publicUrl);
  }

  /** The worlds that are open, oldest first: a snapshot. */
  public List<World> worlds() {
    return parts.worlds().all();
  }

  /**
   * An open world.
   *
   * @param idOrName its {@linkplain World#id id}, or its name if no other open world has the same
   */
  public Optional<World> world(String idOrName) {
    return parts.worlds().find(idOrName);
  }

  /**
   * Opens the worlds of a seed, in order.
   *
   * @throws dev.keyway.emulator.seed.SeedException if one of them cannot be opened, because a
   *     project id that it pins is taken by a world that is open; none is opened then
   */
  public List<World> load(Seed seed) {
    return parts.worlds().load(seed, publicUrl);
  }

  /** Requests that named no world that exists: a wrong project id, a closed world. */
  public Ledger strayRequests() {
    return parts.pipeline().strays();
  }

  /** Every route of both services, built or not. */
  public List<Operation> operations() {
    return parts.pipeline().operations();
  }

  /** What is served, and how it is known that the real services behave so. */
  public Coverage coverage() {
    return parts.pipeline().coverage();
  }

  /**
   * Closes all worlds and all ports. Held requests are released, and what is being answered has two
   * seconds for it.
   */
  @Override
  public void close() {
    parts.worlds().releaseAll();
    parts.listeners().drain();
    parts.worlds().closeAll();
    parts.listeners().close();
  }

  @Override
  public String toString() {
    return "AuthEmulator[" + localUrl + "]";
  }

  /** Options for starting an emulator. */
  public static final class Builder {
    private static final Pattern VENDORS =
        Pattern.compile(
            "(^|\\.)(stack-auth\\.com|hexclave\\.com|stytch\\.com)\\.?$", Pattern.CASE_INSENSITIVE);

    private int port;
    private int httpsPort;
    private Duration requestTimeout = Listeners.DEFAULT_PATIENCE;
    private Binding binding = Binding.loopback();
    private @Nullable URI publicUrl;

    private Builder() {}

    /** The HTTP port; default 0, any free one. */
    public Builder port(int number) {
      port = checked(number);
      return this;
    }

    /** The HTTPS port, once {@link AuthEmulator#httpsBaseUrl()} opens it; default 0. */
    public Builder httpsPort(int number) {
      httpsPort = checked(number);
      return this;
    }

    /**
     * The one address to listen at, of this machine's own; default 127.0.0.1, and ::1 where there
     * is one.
     *
     * @throws IllegalArgumentException if it is no loopback address: whoever reaches the emulator
     *     can read every code and key in it
     */
    public Builder bind(InetAddress address) {
      binding = Binding.only(address);
      return this;
    }

    /**
     * Listens at every address of this machine. For inside a container, whose network is its own;
     * anywhere else it hands the emulator to whoever is on the network.
     */
    public Builder bindEverywhere() {
      binding = Binding.everywhere();
      return this;
    }

    /**
     * The base of issuers and links, where that is not the address it listens at; default {@link
     * AuthEmulator#baseUrl()}.
     *
     * @param url absolute; a trailing slash is dropped
     * @throws IllegalArgumentException if it is not absolute, or is an address of a real service:
     *     an emulator's tokens must not name that as their issuer
     */
    public Builder publicUrl(URI url) {
      if (url.getHost() != null && VENDORS.matcher(url.getHost()).find()) {
        throw new IllegalArgumentException(
            "publicUrl must not be an address of the real service but is " + url);
      }
      if (!url.isAbsolute()) {
        throw new IllegalArgumentException("publicUrl must be absolute but is " + url);
      }
      if (url.getHost() == null) {
        throw new IllegalArgumentException("publicUrl must have a valid host name but is " + url);
      }
      publicUrl = URI.create(url.toString().replaceAll("/+$", ""));
      return this;
    }

    /**
     * How long a client may take to send a request; default 30 seconds. One that is slower gets a
     * 408, or no answer where not even its headers came.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder requestTimeout(Duration longest) {
      if (longest.isZero() || longest.isNegative()) {
        throw new IllegalArgumentException("requestTimeout must be positive but is " + longest);
      }
      requestTimeout = longest;
      return this;
    }

    /**
     * Starts it.
     *
     * @throws PortTakenException if the port is taken
     */
    public AuthEmulator start() {
      EmulatorComponent parts = DaggerEmulatorComponent.create();
      parts.listeners().patience(requestTimeout);
      int opened = parts.listeners().openHttp(binding, port);
      URI local = URI.create("http://" + binding.urlHost() + ":" + opened);
      // The worlds' parts include the key pool, which begins its work now and is not waited for.
      parts.worlds();
      AuthEmulator emulator =
          new AuthEmulator(parts, local, Objects.requireNonNullElse(publicUrl, local), httpsPort);
      parts.tls().serve(local.getHost());
      parts.tls().serve(emulator.publicUrl().getHost());
      parts.vendorProjects().open(emulator.publicUrl());
      parts.house().open(emulator);
      return emulator;
    }

    private static int checked(int number) {
      if (number < 0 || number > 65_535) {
        throw new IllegalArgumentException("There is no port " + number);
      }
      return number;
    }
  }
}
