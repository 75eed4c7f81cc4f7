package counterfoil.law.offenders.arrows.view;

import counterfoil.law.offenders.arrows.viewmodel.OffendingViewModel;

/** May see the view-models. */
public record LawfulView(OffendingViewModel model) {}
