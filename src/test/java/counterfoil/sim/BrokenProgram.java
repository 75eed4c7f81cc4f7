package counterfoil.sim;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads the whole program and its simulation once more, with one break in it or none. */
final class BrokenProgram extends ClassLoader {
  private static final String OURS = "counterfoil.";

  private final ClassLoader whole = BrokenProgram.class.getClassLoader();
  private final @Nullable Break broken;
  private int changed;

  BrokenProgram(@Nullable Break broken) {
    super(BrokenProgram.class.getClassLoader());
    this.broken = broken;
  }

  /** How many calls were changed so far. */
  int changed() {
    return changed;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = whole.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      boolean here = broken != null && broken.where().equals(name);
      byte[] used = here ? changed(bytes) : bytes;
      return defineClass(name, used, 0, used.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private byte[] changed(byte[] bytes) {
    ClassFile file =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(whole)));
    return file.transformClass(
        file.parse(bytes),
        ClassTransform.transformingMethodBodies(
            (code, element) -> {
              if (element instanceof InvokeInstruction call && changes(call)) {
                changed++;
                change(code, call);
              } else {
                code.with(element);
              }
            }));
  }

  private boolean changes(InvokeInstruction call) {
    return Objects.requireNonNull(broken)
        .changes(call.owner().asInternalName(), call.name().stringValue());
  }

  private void change(CodeBuilder code, InvokeInstruction call) {
    Break wanted = Objects.requireNonNull(broken);
    boolean onAnObject = call.opcode() != Opcode.INVOKESTATIC;
    MethodTypeDesc type = call.typeSymbol();
    MethodTypeDesc all = onAnObject ? type.insertParameterTypes(0, call.owner().asSymbol()) : type;
    String instead = wanted.instead();
    if (instead != null) {
      code.invokestatic(ClassDesc.of(wanted.wrongWays()), instead, all);
    } else {
      leaveOut(code, all);
    }
  }

  /** Takes the arguments off the stack, and answers zero or null where an answer is due. */
  private static void leaveOut(CodeBuilder code, MethodTypeDesc type) {
    for (int i = type.parameterCount() - 1; i >= 0; i--) {
      if (TypeKind.from(type.parameterType(i)).slotSize() == 2) {
        code.pop2();
      } else {
        code.pop();
      }
    }
    switch (TypeKind.from(type.returnType())) {
      case VOID -> {}
      case LONG -> code.lconst_0();
      case DOUBLE -> code.dconst_0();
      case FLOAT -> code.fconst_0();
      case REFERENCE -> code.aconst_null();
      case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.iconst_0();
    }
  }
}
