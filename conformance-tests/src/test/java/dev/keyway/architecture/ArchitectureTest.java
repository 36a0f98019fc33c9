package dev.keyway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may use whom, and where time and chance come from. */
class ArchitectureTest {

  private static final JavaClasses KEYWAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.keyway");

  @Test
  void emulatorAndProvidersDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("dev.keyway.emulator..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.keyway.providers..")
        .check(KEYWAY);
    noClasses()
        .that()
        .resideInAPackage("dev.keyway.providers..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.keyway.emulator..")
        .check(KEYWAY);
  }

  @Test
  void theEmulatorDoesNotKnowTheApi() {
    noClasses()
        .that()
        .resideInAPackage("dev.keyway.emulator..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.keyway", "dev.keyway.spi")
        .check(KEYWAY);
  }

  @Test
  void thePublishedSuiteUsesTheApiAndJUnitOnly() {
    classes()
        .that()
        .resideInAPackage("dev.keyway.conformance")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.junit.jupiter..",
            "dev.keyway",
            "dev.keyway.spi",
            "dev.keyway.conformance")
        .check(KEYWAY);
  }

  @Test
  void oneClassOfTheEmulatorOpensConnections() {
    noClasses()
        .that()
        .resideInAPackage("dev.keyway.emulator..")
        .and()
        .haveNameNotMatching("dev\\.keyway\\.emulator\\.internal\\.outbound\\.OutboundHttp(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "javax.naming..",
            "java.rmi..",
            "io.undertow.client..",
            "io.undertow.server.handlers.proxy..",
            "io.undertow.websockets.client..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            Socket.class,
            DatagramSocket.class,
            URLConnection.class,
            SocketChannel.class,
            DatagramChannel.class,
            AsynchronousSocketChannel.class,
            SocketFactory.class)
        .orShould()
        .callMethod(URL.class, "openStream")
        .orShould()
        .callMethod(URL.class, "openConnection")
        .orShould()
        .callMethod(URL.class, "getContent")
        .orShould()
        .callMethodWhere(
            JavaCall.Predicates.target(
                HasName.Predicates.nameMatching("open(Stream|Message)Connection")))
        .check(KEYWAY);
  }

  @Test
  void timeComesFromAnInjectedClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(Date.class)
        .check(KEYWAY);
  }

  @Test
  void theMachinesClockIsTakenWhereThingsBegin() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.keyway.AuthClient$Builder")
        .and()
        .resideOutsideOfPackage("dev.keyway.emulator..")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(KEYWAY);
  }

  @Test
  void chanceComesFromASecureSource() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .check(KEYWAY);
  }

  /** NullAway looks at packages that say so, and passes over the others in silence. */
  @Test
  void everyPackageIsNullMarked() {
    Set<String> marked =
        KEYWAY.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .filter(type -> type.isAnnotatedWith(NullMarked.class))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all =
        KEYWAY.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, marked);
  }
}
