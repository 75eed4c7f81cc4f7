/** The whole program, driven from outside as a person drives it. */
@org.jspecify.annotations.NullMarked
package counterfoil.e2e;
