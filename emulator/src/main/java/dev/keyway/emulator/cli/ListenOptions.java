package dev.keyway.emulator.cli;

import dev.keyway.emulator.AuthEmulator;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the program listens, and under which name it is known. */
final class ListenOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "HTTP port; 0 for any free one. Default: " + Port.USUAL + ".")
  int port = Port.USUAL;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      converter = BindAddress.Converter.class,
      description =
          "The one loopback address to listen at. Default: 127.0.0.1, and ::1 where there is one."
              + " 0.0.0.0 listens at every address: only inside a container, whose network is its"
              + " own, for whoever reaches the emulator can read every code and key in it.")
  BindAddress bind = BindAddress.USUAL;

  @Option(
      names = "--https-port",
      paramLabel = "PORT",
      converter = Port.class,
      description =
          "HTTPS too, with a certificate made at start; 0 for any free port. Default: no HTTPS.")
  Optional<Integer> httpsPort = Optional.empty();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      converter = PublicUrl.class,
      description =
          "What links, issuers and redirects begin with, where clients know the emulator by another"
              + " name than the address it listens at.")
  Optional<URI> publicUrl = Optional.empty();

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      converter = HostName.class,
      description =
          "One more name by which browsers may ask for it, and whose pages count as its own; may be"
              + " given several times. Loopback names and the host of --public-url are known.")
  List<String> hostNames = List.of();

  @Option(
      names = "--allow-outbound",
      paramLabel = "NAME",
      converter = OutboundName.class,
      description =
          "One more host that webhooks may be delivered to, and an outside OpenID provider may be"
              + " at, beside this machine; may be given several times. Its address must be one of a private network.")
  List<String> outbound = List.of();

  /** Reads a port, or 0 for any free one. */
  static final class Port implements ITypeConverter<Integer> {
    /** K, E, Y, W on a telephone's keys. */
    static final int USUAL = 5399;

    @Override
    public Integer convert(String text) {
      try {
        int number = Integer.parseInt(text);
        if (number >= 0 && number <= 65_535) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw refused(text);
      }
      throw refused(text);
    }

    private static TypeConversionException refused(String text) {
      return new TypeConversionException("a number from 0 to 65535 is wanted, not '" + text + "'");
    }
  }

  /**
   * Where to listen. No record: the options' library asks for a hash code, which takes a record of
   * a start longer than all options together.
   */
  static final class BindAddress {
    static final BindAddress USUAL = new BindAddress(Optional.empty(), false);

    private final Optional<InetAddress> only;
    private final boolean everywhere;

    private BindAddress(Optional<InetAddress> only, boolean everywhere) {
      this.only = only;
      this.everywhere = everywhere;
    }

    /** The one address; empty for 127.0.0.1 and ::1, or for all. */
    Optional<InetAddress> only() {
      return only;
    }

    /** Whether to listen at every address instead. */
    boolean everywhere() {
      return everywhere;
    }

    /** Reads an address of this machine; no name is looked up. */
    static final class Converter implements ITypeConverter<BindAddress> {
      /** What is an address as it stands; a name would have to be looked up. */
      private static final Pattern ADDRESS =
          Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

      @Override
      public BindAddress convert(String text) {
        if (text.equals("0.0.0.0")) {
          return new BindAddress(Optional.empty(), true);
        }
        if (text.equals("localhost")) {
          return USUAL;
        }
        try {
          if (ADDRESS.matcher(text).matches()) {
            InetAddress address = InetAddress.getByName(text);
            if (address.isLoopbackAddress()) {
              return new BindAddress(Optional.of(address), false);
            }
          }
        } catch (UnknownHostException e) {
          throw new TypeConversionException("an address is wanted, not '" + text + "'");
        }
        throw new TypeConversionException(
            "a loopback address is wanted, or 0.0.0.0 inside a container, not '" + text + "'");
      }
    }
  }

  /** Reads a name of this emulator. */
  static final class HostName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      try {
        AuthEmulator.builder().hostName(text);
        return text;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "a host name without scheme and port is wanted, not '" + text + "'");
      }
    }
  }

  /** Reads a host that webhooks may go to. */
  static final class OutboundName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      try {
        AuthEmulator.builder().allowOutbound(text);
        return text;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "a host name that is no real service's is wanted, not '" + text + "'");
      }
    }
  }

  /** Reads the base of links: http or https, without query, fragment and user. */
  static final class PublicUrl implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      try {
        URI url = URI.create(text.strip());
        AuthEmulator.builder().publicUrl(url);
        return url;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            text.strip().toLowerCase(Locale.ROOT).matches("https?://.*")
                ? "a URL that is no real service's, without user, query and fragment, is wanted,"
                    + " not '"
                    + text
                    + "'"
                : "the URL must begin with http:// or https://, not '" + text + "'");
      }
    }
  }
}
