package dev.keyway.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module's descriptor lets others see. */
final class Exports {

  private static final List<String> OURS = List.of("dev.keyway.");
  private static final List<String> NEUTRAL = List.of("java.", "org.jspecify.annotations.");

  private Exports() {}

  /** The packages that the module of this class exports to everybody. */
  static Set<String> of(Class<?> member) {
    try {
      Path home = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
      return ModuleFinder.of(home).findAll().stream()
          .map(ModuleReference::descriptor)
          .flatMap(descriptor -> descriptor.exports().stream())
          .filter(exported -> !exported.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static DescribedPredicate<JavaClass> visibleTypes(Set<String> exported) {
    return DescribedPredicate.describe(
        "types that others see of " + exported,
        type ->
            exported.contains(type.getPackageName())
                && isVisible(type.getModifiers())
                && type.getEnclosingClass()
                    .map(outer -> isVisible(outer.getModifiers()))
                    .orElse(true)
                && !isGenerated(type));
  }

  /** Neither what it extends nor what its members say names a type of a library. */
  static ArchCondition<JavaClass> nameNoLibrary(String... alsoNeutral) {
    return new ArchCondition<>("name no library") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
            .forEach(named -> judge(type.getName(), named, type, events));
        type.getMembers().stream()
            .filter(member -> isVisible(member.getModifiers()))
            .forEach(member -> judge(member, type, events));
      }

      private void judge(JavaMember member, JavaClass type, ConditionEvents events) {
        for (JavaClass named : member.getAllInvolvedRawTypes()) {
          judge(member.getFullName(), named, type, events);
        }
      }

      private void judge(String who, JavaClass named, JavaClass type, ConditionEvents events) {
        JavaClass base = named.getBaseComponentType();
        boolean neutral =
            base.isPrimitive()
                || Stream.of(OURS, NEUTRAL, List.of(alsoNeutral))
                    .flatMap(List::stream)
                    .anyMatch(base.getName()::startsWith);
        if (!neutral) {
          events.add(SimpleConditionEvent.violated(type, who + " names " + base.getName()));
        }
      }
    };
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  /** Dagger's factories have to be public and are for nobody. */
  static boolean isGenerated(JavaClass type) {
    return type.getName().contains("_") || type.getSimpleName().startsWith("Dagger");
  }
}
