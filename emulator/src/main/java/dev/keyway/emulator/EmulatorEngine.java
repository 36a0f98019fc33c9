package dev.keyway.emulator;

import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What runs behind {@link AuthEmulator}: the one door from this package to the rest of the
 * emulator, which is found as a service and named nowhere. For the emulator itself; whoever uses it
 * calls {@link AuthEmulator#start()}.
 */
public interface EmulatorEngine {

  /**
   * Begins what every start in this Java process waits for, on other threads, for who has something
   * else to do first. {@link #start} does so itself; only the first call of both has an effect.
   */
  void prepare();

  /**
   * Starts an emulator.
   *
   * @throws PortTakenException if a port is taken
   */
  AuthEmulator start(EmulatorOptions options);

  /**
   * Starts an emulator at any free port, signs a user up at each vendor over HTTP, and closes it,
   * so that the JVM can record which classes a start and a first request load.
   *
   * @throws IllegalStateException if a request fails
   */
  void trainingRun();

  /** What people call the vendors that are emulated, in the order in which they are told. */
  List<String> vendors();

  /**
   * The base URL with scheme and host as they are on the wire: in lower case, and in ASCII.
   *
   * @param url what a user gave
   * @throws IllegalArgumentException unless it is http or https, with a host, and without user
   *     information, query and fragment; the message says what a URL must have
   */
  URI baseUrl(URI url);

  /**
   * The engine that came with this class, whatever the thread's class loader knows.
   *
   * @throws IllegalStateException if the service file of the emulator's jar got lost, as it does
   *     when jars are merged without merging {@code META-INF/services}
   */
  static EmulatorEngine find() {
    return ServiceLoader.load(EmulatorEngine.class, EmulatorEngine.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The emulator's engine is not found: META-INF/services/"
                        + EmulatorEngine.class.getName()
                        + " is missing beside its classes"));
  }
}
