package dev.keyway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.keyway.AuthClient;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The API's packages: who uses whom, and what others see of them. */
class ApiArchitectureTest {

  private static final String[] PACKAGES = {"dev.keyway", "dev.keyway.spi", "dev.keyway.internal"};

  private static final JavaClasses API =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.keyway")
          .that(resideInAnyPackage(PACKAGES));

  @Test
  void theApiUsesNobody() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.."))
                    .or(resideInAnyPackage(PACKAGES))))
        .check(API);
  }

  /** {@code dev.keyway} and {@code dev.keyway.spi} use each other: the one pair that may. */
  @Test
  void packagesHaveNoOtherCircle() {
    slices()
        .assignedFrom(new EachPackage())
        .should()
        .beFreeOfCycles()
        .ignoreDependency(resideInAPackage("dev.keyway"), resideInAPackage("dev.keyway.spi"))
        .check(API);
  }

  @Test
  void whatIsNotExportedUsesNothingOfTheRest() {
    noClasses()
        .that()
        .resideInAPackage("dev.keyway.internal")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.keyway", "dev.keyway.spi")
        .check(API);
  }

  @Test
  void whatOthersSeeNamesNoLibrary() {
    Set<String> exported = Exports.of(AuthClient.class);
    assertEquals(Set.of("dev.keyway", "dev.keyway.spi"), exported);
    classes().that(Exports.visibleTypes(exported)).should(Exports.nameNoLibrary()).check(API);
  }
}
