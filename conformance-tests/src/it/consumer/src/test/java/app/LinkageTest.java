package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Whatever Keyway and the libraries that it brings ask of a library is there, in the versions that
 * the platform manages: each class, method and field that their byte code names.
 */
class LinkageTest {
  private static final List<String> ASKING = List.of("keyway-", "feign-", "webauthn-server-", "cbor-");

  /** For those who have the framework; the project in ../spring-boot runs them. */
  private static final List<String> FRAMEWORKS =
      List.of(
          "dev/keyway/providers/spring/",
          "dev/keyway/providers/micrometer/",
          "dev/keyway/emulator/spring/");

  /** Of the command line, which comes in a jar of its own. */
  private static final String OPTIONAL = "picocli/";

  private final Map<String, Class<?>> classes = new HashMap<>();
  private final Set<String> missing = new TreeSet<>();

  @Test
  void everyReferenceResolves() throws IOException {
    List<String> read = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = Path.of(entry).getFileName().toString();
      if (name.endsWith(".jar") && ASKING.stream().anyMatch(name::startsWith)) {
        read.add(name);
        check(entry);
      }
    }
    assertTrue(read.stream().anyMatch(n -> n.startsWith("keyway-providers")), read::toString);
    assertEquals(Set.of(), missing);
  }

  private void check(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      for (JarEntry entry : file.stream().toList()) {
        if (entry.getName().endsWith(".class")
            && !entry.getName().startsWith("META-INF/")
            && !entry.getName().startsWith("dev/keyway/emulator/cli/")
            && FRAMEWORKS.stream().noneMatch(entry.getName()::startsWith)
            && !entry.getName().equals("module-info.class")) {
          try (InputStream in = file.getInputStream(entry)) {
            new ClassReader(in).accept(new References(), ClassReader.SKIP_DEBUG);
          }
        }
      }
    }
  }

  private Class<?> load(String internalName) {
    return classes.computeIfAbsent(
        internalName,
        name -> {
          try {
            return Class.forName(
                Type.getObjectType(name).getClassName(), false, getClass().getClassLoader());
          } catch (ClassNotFoundException | LinkageError e) {
            return Missing.class;
          }
        });
  }

  private void reference(String from, String owner, String member, String descriptor) {
    if (owner.startsWith("[") || owner.startsWith(OPTIONAL)) {
      return;
    }
    Class<?> type = load(owner);
    if (type == Missing.class) {
      missing.add(owner + " for " + from);
    } else if (member != null && !has(type, member, descriptor)) {
      missing.add(owner + "." + member + descriptor + " for " + from);
    }
  }

  private static boolean has(Class<?> type, String member, String descriptor) {
    if (type.getName().equals("java.lang.invoke.MethodHandle")) {
      return true;
    }
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (declares(at, member, descriptor)) {
        return true;
      }
      if (Arrays.stream(at.getInterfaces()).anyMatch(i -> has(i, member, descriptor))) {
        return true;
      }
    }
    return type.isInterface() && declares(Object.class, member, descriptor);
  }

  private static boolean declares(Class<?> type, String member, String descriptor) {
    try {
      if (!descriptor.startsWith("(")) {
        return Arrays.stream(type.getDeclaredFields())
            .anyMatch(
                f -> f.getName().equals(member) && Type.getDescriptor(f.getType()).equals(descriptor));
      }
      if (member.equals("<init>")) {
        return Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(c -> Type.getConstructorDescriptor(c).equals(descriptor));
      }
      return Arrays.stream(type.getDeclaredMethods())
          .anyMatch(
              m -> m.getName().equals(member) && Type.getMethodDescriptor(m).equals(descriptor));
    } catch (LinkageError e) {
      // A type in another signature of this class belongs to an optional dependency of it.
      return true;
    }
  }

  private interface Missing {}

  private final class References extends ClassVisitor {
    private String self = "";

    References() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String superName, String[] faces) {
      self = name;
      reference(self, superName, null, "");
      for (String face : faces) {
        reference(self, face, null, "");
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(int code, String owner, String member, String type, boolean i) {
          reference(self, owner, member, type);
        }

        @Override
        public void visitFieldInsn(int code, String owner, String member, String type) {
          reference(self, owner, member, type);
        }

        @Override
        public void visitTypeInsn(int code, String type) {
          reference(self, type, null, "");
        }

        @Override
        public void visitInvokeDynamicInsn(
            String member, String type, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle handle) {
              reference(self, handle.getOwner(), handle.getName(), handle.getDesc());
            }
          }
        }
      };
    }
  }
}
