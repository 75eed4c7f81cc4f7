/**
 * The written rules of the code as tests.
 *
 * <p>A {@link counterfoil.law.Law} is a rule about classes; below {@code offenders} each has a
 * small tree of classes that break it, so that a rule which matches nothing cannot pass for a rule
 * that is kept. The other tests here read files: sources, FXML, texts, the decisions, the build.
 */
@NullMarked
package counterfoil.law;

import org.jspecify.annotations.NullMarked;
