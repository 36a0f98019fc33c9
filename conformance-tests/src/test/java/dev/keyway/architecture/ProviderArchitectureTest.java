package dev.keyway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.keyway.providers.stytch.Stytch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The providers' packages: who uses whom, and what others see of them. */
class ProviderArchitectureTest {

  /** As many files as a reader still takes in. */
  private static final int LARGEST_PACKAGE = 40;

  private static final JavaClasses PROVIDERS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.keyway.providers");

  @Test
  void theTwoProvidersDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("dev.keyway.providers.stytch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.keyway.providers.stackauth..")
        .check(PROVIDERS);
    noClasses()
        .that()
        .resideInAPackage("dev.keyway.providers.stackauth..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.keyway.providers.stytch..")
        .check(PROVIDERS);
  }

  @Test
  void whatBothShareKnowsNeither() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.keyway.providers.stytch..", "dev.keyway.providers.stackauth..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.keyway.providers.stytch..", "dev.keyway.providers.stackauth..")
        .check(PROVIDERS);
  }

  /** Also between a provider and its wire. */
  @Test
  void packagesHaveNoCircle() {
    slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(PROVIDERS);
  }

  @Test
  void whatOthersSeeNamesNoLibrary() {
    Set<String> exported = Exports.of(Stytch.class);
    Set<String> vendors =
        Set.of(
            "dev.keyway.providers.stackauth",
            "dev.keyway.providers.stackauth.server",
            "dev.keyway.providers.stytch",
            "dev.keyway.providers.stytch.consumer");
    Set<String> frameworks =
        Set.of(
            "dev.keyway.providers.micrometer",
            "dev.keyway.providers.spring",
            "dev.keyway.providers.spring.security");
    assertEquals(Stream.of(vendors, frameworks).flatMap(Set::stream).collect(toSet()), exported);
    classes().that(Exports.visibleTypes(vendors)).should(Exports.nameNoLibrary()).check(PROVIDERS);
    // For those who have the framework, whose types are what such a package is about.
    classes()
        .that(Exports.visibleTypes(frameworks))
        .should(Exports.nameNoLibrary("io.micrometer.", "org.springframework."))
        .check(PROVIDERS);
  }

  @Test
  void frameworksAreNamedInTheirOwnPackagesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.keyway.providers.spring..", "dev.keyway.providers.micrometer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "io.micrometer..", "dev.keyway.providers.spring..")
        .check(PROVIDERS);
  }

  @Test
  void noPackageIsTooLargeToTakeIn() {
    Map<String, Set<String>> files =
        PROVIDERS.stream()
            .filter(type -> !Exports.isGenerated(type))
            .collect(
                Collectors.groupingBy(
                    type -> type.getPackageName(),
                    Collectors.mapping(
                        type -> type.getSource().flatMap(s -> s.getFileName()).orElseThrow(),
                        Collectors.toSet())));
    assertEquals(
        List.of(),
        files.entrySet().stream()
            .filter(entry -> entry.getValue().size() > LARGEST_PACKAGE)
            .map(entry -> entry.getKey() + " has " + entry.getValue().size() + " files")
            .toList());
  }
}
