package dev.keyway.emulator;

import dev.keyway.emulator.seed.Seed;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Stack Auth and Stytch on one port of this machine. Reachable over loopback only, makes no
 * outbound call but for webhooks to receivers and to an OpenID provider that a test names, and
 * keeps everything in memory. One emulator serves any number of {@linkplain #newWorld worlds} at a
 * time; starting one costs a fraction of a second, opening a world well under a millisecond. Safe
 * for use by several threads.
 */
public interface AuthEmulator extends AutoCloseable {

  /** Starts an emulator on a free port. */
  static AuthEmulator start() {
    return builder().start();
  }

  /** Options for starting one. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Where it listens, for example {@code http://127.0.0.1:40123}. This is the base URL of both
   * providers: Stack Auth's API is under {@code /api/v1}, Stytch's under {@code /v1}.
   */
  URI baseUrl();

  /** What issuers and links begin with; {@link #baseUrl()} unless another was set. */
  URI publicUrl();

  /**
   * The base URL over HTTPS, for SDKs that refuse anything else. Opens the port, and makes the
   * certificate, when first called; clients trust it through {@link #clientTls()} or {@link
   * #certificateAuthorityPem()}.
   */
  URI httpsBaseUrl();

  /** The base URL over HTTPS, if {@link #httpsBaseUrl()} opened that port before. */
  Optional<URI> openHttpsBaseUrl();

  /** A TLS context for clients, which trusts this emulator and nobody else. */
  SSLContext clientTls();

  /** The certificate that clients in other languages must trust, as PEM. */
  String certificateAuthorityPem();

  /**
   * Opens a world of the {@linkplain WorldSpec#defaults() default} kind: every way to sign in is
   * on.
   */
  default World newWorld() {
    return newWorld(WorldSpec.defaults());
  }

  /** Opens a world. */
  World newWorld(WorldSpec spec);

  /** The worlds that are open, oldest first: a snapshot. */
  List<World> worlds();

  /**
   * An open world.
   *
   * @param idOrName its {@linkplain World#id id}, or its name if no other open world has the same
   */
  Optional<World> world(String idOrName);

  /**
   * Opens the worlds of a seed, in order.
   *
   * @throws dev.keyway.emulator.seed.SeedException if one of them cannot be opened, because a
   *     project id that it pins is taken by a world that is open; none is opened then
   */
  List<World> load(Seed seed);

  /** Requests that named no world that exists: a wrong project id, a closed world. */
  Ledger unmatchedRequests();

  /** Every route of both services, built or not. */
  List<Operation> operations();

  /** What is served, and how it is known that the real services behave so. */
  Coverage coverage();

  /**
   * Closes all worlds and all ports. Held requests are released, and what is being answered has two
   * seconds for it.
   */
  @Override
  void close();

  /** Options for starting an emulator. */
  final class Builder {
    private static final Pattern VENDORS =
        Pattern.compile(
            "(^|\\.)(stack-auth\\.com|hexclave\\.com|stytch\\.com)\\.?(:\\d*)?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST =
        Pattern.compile("(?:[A-Za-z0-9_-]{1,63}\\.)*[A-Za-z0-9_-]{1,63}|\\[[0-9A-Fa-f:.]{2,45}]");

    private static volatile @Nullable EmulatorEngine found;

    private int port;
    private int httpsPort;
    private Duration requestTimeout = EmulatorOptions.DEFAULT_REQUEST_TIMEOUT;
    private @Nullable InetAddress address;
    private boolean everywhere;
    private final Set<String> hostNames = new TreeSet<>();
    private @Nullable URI publicUrl;
    private @Nullable Path saveTo;
    private final Set<String> outbound = new TreeSet<>();
    private @Nullable Path wording;

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
    public Builder bind(InetAddress only) {
      if (!only.isLoopbackAddress()) {
        throw new IllegalArgumentException(
            only.getHostAddress()
                + " is not a loopback address: whoever reaches the emulator can read every code"
                + " and key in it");
      }
      address = only;
      everywhere = false;
      return this;
    }

    /**
     * Listens at every address of this machine. For inside a container, whose network is its own;
     * anywhere else it hands the emulator to whoever is on the network.
     */
    public Builder bindEverywhere() {
      everywhere = true;
      return this;
    }

    /**
     * The base of issuers and links, where that is not the address it listens at; default {@link
     * AuthEmulator#baseUrl()}.
     *
     * @param url http or https, with any host that browsers take; scheme and host become what they
     *     are on the wire (lower case, and {@code xn--} for letters beyond ASCII), and a trailing
     *     slash is dropped
     * @throws IllegalArgumentException if it is no such URL, has a user, a query or a fragment, or
     *     is an address of a real service: an emulator's tokens must not name that as their issuer
     */
    public Builder publicUrl(URI url) {
      URI plain;
      try {
        plain = engine().baseUrl(url);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("publicUrl " + e.getMessage(), e);
      }
      if (VENDORS.matcher(plain.getRawAuthority()).find()) {
        throw new IllegalArgumentException(
            "publicUrl must not be an address of the real service but is " + url);
      }
      publicUrl = URI.create(plain.toString().replaceAll("/+$", ""));
      return this;
    }

    /**
     * One more name by which browsers may ask for the emulator, and whose pages count as its own;
     * may be called several times. A browser that comes under any other name than these, the host
     * of {@link #publicUrl}, {@code localhost} and the other names of loopback is refused, for a
     * foreign site's name can be made to lead here (DNS rebinding). What is no browser is served
     * under every name. HTTPS is served under it, too.
     *
     * @param name a host name, or an address (IPv6 in brackets), without scheme and port
     * @throws IllegalArgumentException if it is none
     */
    public Builder hostName(String name) {
      if (!HOST.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "hostName must be a host name without scheme, port and path but is " + name);
      }
      hostNames.add(name.toLowerCase(Locale.ROOT));
      return this;
    }

    /**
     * One more host that webhooks may be delivered to, and an outside OpenID provider may be at,
     * beside this machine; may be called several times. For a receiver in another container:
     * nothing is sent there unless its address is one of a private network.
     *
     * @param name a host name, without scheme and port
     * @throws IllegalArgumentException if it is none, or is a real service's
     */
    public Builder allowOutbound(String name) {
      if (!HOST.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "allowOutbound must be a host name without scheme, port and path but is " + name);
      }
      if (VENDORS.matcher(name).find()) {
        throw new IllegalArgumentException(
            "allowOutbound must not be a host of the real service but is " + name);
      }
      outbound.add(name.toLowerCase(Locale.ROOT));
      return this;
    }

    /**
     * How long a client may take to send a request, and to take its response; default 30 seconds.
     * One that sends more slowly gets a 408, or no response where not even its headers came; one
     * that reads more slowly loses its connection.
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
     * A file that keeps the worlds over a restart: those that it holds are opened at the start, and
     * all open worlds are written to it at most a second after a request changed something, and
     * when the emulator closes. It holds what {@link World#export()} holds, and the keys that sign
     * tokens; pending flows, mails, faults and the ledger are left out. Default: nothing is saved.
     *
     * <p>The file is replaced as a whole, and only its owner may read it where the file system
     * knows owners: it holds secrets in clear. Each emulator needs a file of its own.
     */
    public Builder saveTo(Path file) {
      saveTo = file;
      return this;
    }

    /**
     * A file of sentences for Stack Auth's errors, in place of the emulator's own, for suites that
     * assert on sentences: a JSON object of codes, each with a template in which {@code {detail}}
     * stands for a detail of that error. What the file does not name keeps its sentence. Default:
     * no file.
     */
    public Builder wording(Path file) {
      wording = file;
      return this;
    }

    /**
     * Starts it.
     *
     * @throws PortTakenException if the port is taken
     * @throws SavedWorldsException if the file of {@link #saveTo} holds something else than saved
     *     worlds, or cannot be read
     * @throws WordingException if the file of {@link #wording} cannot be used; the message says
     *     where
     */
    public AuthEmulator start() {
      return engine()
          .start(
              new EmulatorOptions(
                  port,
                  httpsPort,
                  requestTimeout,
                  address,
                  everywhere,
                  hostNames,
                  publicUrl,
                  saveTo,
                  outbound,
                  wording));
    }

    /** Kept, since finding it asks every jar of the class path. */
    private static EmulatorEngine engine() {
      EmulatorEngine known = found;
      if (known == null) {
        known = EmulatorEngine.find();
        found = known;
      }
      return known;
    }

    private static int checked(int number) {
      if (number < 0 || number > 65_535) {
        throw new IllegalArgumentException("There is no port " + number);
      }
      return number;
    }
  }
}
