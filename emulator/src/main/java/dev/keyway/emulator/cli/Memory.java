package dev.keyway.emulator.cli;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What a start took and nobody needs any more, a third of the process. */
final class Memory {
  private Memory() {}

  /**
   * Gives it back to the system: garbage, and what the JVM's compiler is done with and the C
   * library keeps. HotSpot has a command for the latter, on Linux, from 17.0.9 on; elsewhere it
   * stays.
   */
  static void giveBack() {
    System.gc();
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "systemTrimNativeHeap",
              new Object[] {},
              new String[] {});
    } catch (JMException | RuntimeException e) {
      // Another JVM, system or version, or no management.
      return;
    }
  }
}
