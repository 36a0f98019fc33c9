package dev.keyway.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the users of a module may name: its visible types, and of these the visible members. */
final class ApiSignatures {
  /** Dagger's factories are public because Dagger's other classes need them. */
  private static final String GENERATED = "Ldagger/internal/DaggerGenerated;";

  private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private ApiSignatures() {}

  /**
   * The visible types of exported packages, and the types of the module that they inherit from: a
   * public member of a package-private superclass is theirs too.
   */
  static NavigableSet<String> shownBy(ModuleClasses module) {
    Set<String> exported = module.exported();
    NavigableSet<String> shown = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    for (String type : module.classes().keySet()) {
      if (exported.contains(ModuleClasses.packageOf(type)) && isVisible(type, module)) {
        open.add(type);
      }
    }
    while (!open.isEmpty()) {
      String type = open.remove();
      if (module.classes().containsKey(type) && shown.add(type)) {
        ClassReader reader = new ClassReader(module.bytes(type));
        open.addAll(Set.of(reader.getInterfaces()));
        open.add(reader.getSuperName());
      }
    }
    return shown;
  }

  /** Visible, as are all that it is nested in, and written by a person. */
  static boolean isVisible(String type, ModuleClasses module) {
    Header header = new Header(type);
    new ClassReader(module.bytes(type)).accept(header, ClassReader.SKIP_CODE);
    return header.visible && (header.outer == null || isVisible(header.outer, module));
  }

  /** The class without code, without what is private or package-private, and without debug data. */
  static byte[] strip(byte[] bytes, NavigableSet<String> shown) {
    ClassWriter out = new ClassWriter(0);
    new ClassReader(bytes)
        .accept(new Stripper(out, shown), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return out.toByteArray();
  }

  /** Who may see a type, and what it is nested in. */
  private static final class Header extends ClassVisitor {
    private final String type;
    private boolean visible;
    private @Nullable String outer;

    Header(String type) {
      super(Opcodes.ASM9);
      this.type = type;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superclass,
        String[] interfaces) {
      visible = isShown(access);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean atRunTime) {
      visible &= !annotation.equals(GENERATED);
      return null;
    }

    @Override
    public void visitInnerClass(
        String name, @Nullable String within, @Nullable String inner, int access) {
      if (name.equals(type)) {
        // Without an outer type it is local or anonymous. Its own flags don't know "protected".
        visible &= within != null && isShown(access);
        outer = within;
      }
    }
  }

  private static final class Stripper extends ClassVisitor {
    private final NavigableSet<String> shown;

    Stripper(ClassVisitor out, NavigableSet<String> shown) {
      super(Opcodes.ASM9, out);
      this.shown = shown;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String type,
        @Nullable String signature,
        @Nullable Object constant) {
      // What serialization goes by is a promise, though a private one.
      boolean kept = isShown(access) || name.equals("serialVersionUID");
      return kept ? super.visitField(access, name, type, signature, constant) : null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String type,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return isShown(access) ? super.visitMethod(access, name, type, signature, exceptions) : null;
    }

    @Override
    public void visitInnerClass(
        String name, @Nullable String outer, @Nullable String inner, int access) {
      // Which others a type's code mentions is no promise.
      if (shown.contains(name)) {
        super.visitInnerClass(name, outer, inner, access);
      }
    }

    @Override
    public void visitNestHost(String host) {}

    @Override
    public void visitNestMember(String member) {}

    @Override
    public void visitOuterClass(String owner, @Nullable String name, @Nullable String type) {}
  }

  private static boolean isShown(int access) {
    return (access & VISIBLE) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
  }
}
