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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulator's rooms: which there are, and what may see what. */
class EmulatorArchitectureTest {

  private static final String ROOT = "dev.keyway.emulator";
  private static final String INTERNAL = ROOT + ".internal";

  /** More than a reader keeps in mind. */
  private static final int MOST_TYPES = 40;

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
                            INTERNAL + ".json",
                            INTERNAL + ".password",
                            INTERNAL + ".schema",
                            INTERNAL + ".attribute",
                            INTERNAL + ".description",
                            INTERNAL + ".stackauth.attribute",
                            INTERNAL + ".stytch.attribute",
                            INTERNAL + ".totp",
                            INTERNAL + ".webauthn"))))
        .check(EMULATOR);
  }

  /** JSON trees are for everybody. */
  @ParameterizedTest
  @ValueSource(
      strings = {"attribute", "json", "random", "schema", "snapshot", "totp", "webauthn", "html"})
  void aLeafSeesNothingOfTheEmulator(String leaf) {
    noClasses()
        .that()
        .resideInAPackage(INTERNAL + "." + leaf)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(outside(INTERNAL + "." + leaf, INTERNAL + ".json")))
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
            resideInAPackage(ROOT + "..").and(outside(rows, INTERNAL + ".attribute")))
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
