package dev.keyway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulator's rooms: which there are, and what may see what. */
class EmulatorArchitectureTest {

  private static final String ROOT = "dev.keyway.emulator";
  private static final String INTERNAL = ROOT + ".internal";

  /** More than a reader keeps in mind. */
  private static final int MOST_TYPES = 40;

  private static final Path SOURCES = Path.of("../emulator/src/main/java/dev/keyway/emulator");
  private static final Pattern VENDOR = Pattern.compile("(?i)stytch|stack.?auth");

  /** The files of no vendor that name one, with the reason why. A new one needs a good reason. */
  private static final Map<String, String> NAMING_VENDORS =
      Map.ofEntries(
          Map.entry(
              "AuthEmulator.java", "says to users what is in it, and refuses the real addresses"),
          Map.entry("World.java", "gives users the typed services"),
          Map.entry("WorldSpec.java", "takes the typed settings of a new world"),
          Map.entry("StackAuthService.java", "is a typed service, in the root as World returns it"),
          Map.entry("StytchService.java", "is a typed service, in the root as World returns it"),
          Map.entry("internal/world/VendorModule.java", "registers the vendors"),
          Map.entry("seed/ProjectRules.java", "says what must be true of each vendor's project"),
          Map.entry(
              "seed/ProviderName.java",
              "lists the words that users of a seed are put on vendors with"),
          Map.entry("seed/UserRules.java", "says which field of a user is whose"),
          Map.entry(
              "seed/UserSeed.java", "holds the part of each vendor, and says which field is whose"),
          Map.entry("seed/WorldSeed.java", "holds the part of each vendor"));

  private static final JavaClasses EMULATOR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Every package is a slice of its own, the one that users import among them. */
  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(everyPackage()).should().beFreeOfCycles().check(EMULATOR);
  }

  @Test
  void whatUsersHoldSeesNothingOfWhatRuns() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(INTERNAL + "..")
        .check(EMULATOR);
  }

  @Test
  void otherPublicPackagesSeeLeavesOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .and()
        .resideOutsideOfPackages(ROOT, INTERNAL + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(INTERNAL + "..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            INTERNAL + ".address",
                            INTERNAL + ".json",
                            INTERNAL + ".password",
                            INTERNAL + ".schema",
                            INTERNAL + ".attribute",
                            INTERNAL + ".description",
                            INTERNAL + ".stackauth.attribute",
                            INTERNAL + ".stytch.attribute",
                            INTERNAL + ".totp",
                            INTERNAL + ".wallet",
                            INTERNAL + ".webauthn"))))
        .check(EMULATOR);
  }

  /** JSON trees and the reading of hosts are for everybody. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "address",
        "json",
        "random",
        "schema",
        "snapshot",
        "totp",
        "wallet",
        "webauthn",
        "html"
      })
  void aLeafSeesNothingOfTheEmulator(String leaf) {
    noClasses()
        .that()
        .resideInAPackage(INTERNAL + "." + leaf)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(outside(INTERNAL + "." + leaf, INTERNAL + ".json", INTERNAL + ".address")))
        .check(EMULATOR);
  }

  /** What a value may be is said in the one language of fields. */
  @Test
  void rowsSeeTheLanguageOfFieldsOnly() {
    String rows = INTERNAL + ".attribute";
    noClasses()
        .that()
        .resideInAPackage(rows)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(outside(rows, INTERNAL + ".schema", INTERNAL + ".json")))
        .check(EMULATOR);
  }

  /** Public settings are kept in them, so they may know nothing but what a row is. */
  @ParameterizedTest
  @ValueSource(strings = {"stackauth", "stytch"})
  void theRowsOfAVendorSeeRowsOnly(String vendor) {
    String rows = INTERNAL + "." + vendor + ".attribute";
    noClasses()
        .that()
        .resideInAPackage(rows)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(outside(rows, INTERNAL + ".attribute", INTERNAL + ".schema")))
        .check(EMULATOR);
  }

  /** What an area needs of another is a rule of both. */
  @ParameterizedTest
  @ValueSource(strings = {"stackauth", "stytch"})
  void areasDoNotSeeEachOther(String vendor) {
    String home = INTERNAL + "." + vendor;
    slices().assignedFrom(areasOf(home)).should().notDependOnEachOther().check(EMULATOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stackauth", "stytch"})
  void layersOfAVendorSeeThoseBelow(String vendor) {
    String home = INTERNAL + "." + vendor;
    noClasses()
        .that()
        .resideInAPackage(home + ".state")
        .should()
        .dependOnClassesThat(within(home).and(outside(home + ".state", home + ".attribute")))
        .check(EMULATOR);
    noClasses()
        .that()
        .resideInAPackage(home + ".protocol")
        .should()
        .dependOnClassesThat(
            within(home).and(outside(home + ".protocol", home + ".state", home + ".attribute")))
        .check(EMULATOR);
    noClasses()
        .that()
        .resideInAPackage(home + ".rules")
        .should()
        .dependOnClassesThat(
            within(home)
                .and(
                    outside(
                        home + ".rules", home + ".protocol", home + ".state", home + ".attribute")))
        .check(EMULATOR);
  }

  @Test
  void vendorsDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage(INTERNAL + ".stytch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INTERNAL + ".stackauth..", ROOT + ".stackauth")
        .check(EMULATOR);
    noClasses()
        .that()
        .resideInAPackage(INTERNAL + ".stackauth..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INTERNAL + ".stytch..", ROOT + ".stytch")
        .check(EMULATOR);
  }

  @Test
  void onlyTheListedFilesOfNoVendorNameOne() throws IOException {
    Set<String> naming = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = SOURCES.relativize(file).toString().replace(File.separatorChar, '/');
        if (!name.matches("(internal/)?(stackauth|stytch)/.*")
            && VENDOR.matcher(Files.readString(file)).find()) {
          naming.add(name);
        }
      }
    }
    Set<String> gone = new TreeSet<>(NAMING_VENDORS.keySet());
    gone.removeAll(naming);
    naming.removeAll(NAMING_VENDORS.keySet());
    assertEquals(Set.of(), naming, "Name a vendor and are not listed");
    assertEquals(Set.of(), gone, "Are listed and name none");
  }

  @Test
  void aPackageFitsIntoAHead() {
    Map<String, Long> crowded =
        EMULATOR.stream()
            .filter(type -> type.isTopLevelClass() && !isGenerated(type))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    crowded.values().removeIf(types -> types <= MOST_TYPES);
    assertEquals(Map.of(), new TreeMap<>(crowded));
  }

  private static boolean isGenerated(JavaClass type) {
    return type.getName().contains("_") || type.getSimpleName().startsWith("Dagger");
  }

  private static DescribedPredicate<JavaClass> within(String home) {
    return resideInAPackage(home + "..");
  }

  private static DescribedPredicate<JavaClass> outside(String... packages) {
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }

  private static SliceAssignment everyPackage() {
    return assignment("packages", type -> SliceIdentifier.of(type.getPackageName()));
  }

  private static SliceAssignment areasOf(String home) {
    return assignment(
        "areas of " + home,
        type -> {
          String name = type.getPackageName();
          if (!name.startsWith(home + ".")) {
            return SliceIdentifier.ignore();
          }
          String room = name.substring(home.length() + 1).split("\\.", 2)[0];
          return switch (room) {
            case "attribute", "state", "protocol", "rules" -> SliceIdentifier.ignore();
            default -> SliceIdentifier.of(room);
          };
        });
  }

  private static SliceAssignment assignment(
      String description, Function<JavaClass, SliceIdentifier> identifier) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return identifier.apply(type);
      }

      @Override
      public String getDescription() {
        return description;
      }
    };
  }
}
