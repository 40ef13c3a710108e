"""The words that examples are sorted by, kept by the editors in both languages."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class Term(models.Model):
    """A word that examples are sorted by, edited by the editors, in both languages."""

    name = models.CharField(_("namn"), max_length=100)
    name_en = models.CharField(_("namn på engelska"), max_length=100, blank=True)
    slug = models.SlugField(
        _("adress"), max_length=80, unique=True, help_text=_("Står i adressen till ett urval. Ändra den inte.")
    )
    explanation = models.TextField(_("förklaring"), blank=True)
    explanation_en = models.TextField(_("förklaring på engelska"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("ordning"), default=0)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("explanation")], heading=_("På svenska")),
        MultiFieldPanel([FieldPanel("name_en"), FieldPanel("explanation_en")], heading=_("På engelska")),
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("sort_order")], heading=_("Adress och ordning")),
    ]

    class Meta:
        abstract = True
        ordering = ["sort_order", "name"]

    def __str__(self):
        return self.name

    @property
    def local_name(self):
        """The name in the language of the page."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    @property
    def local_explanation(self):
        """The explanation in the language of the page."""
        return self.explanation_en if get_language() == "en" and self.explanation_en else self.explanation


class Environment(Term):
    """A kind of extremism, or an environment where radicalisation happens."""

    class Meta(Term.Meta):
        verbose_name = _("miljö")
        verbose_name_plural = _("miljöer")


class PreventionLevel(Term):
    """A level of prevention, explained wherever it is used."""

    class Meta(Term.Meta):
        verbose_name = _("förebyggande nivå")
        verbose_name_plural = _("förebyggande nivåer")


class TargetGroup(Term):
    """Whom the work was for."""

    class Meta(Term.Meta):
        verbose_name = _("målgrupp")
        verbose_name_plural = _("målgrupper")


class Actor(Term):
    """Who does the work, or takes part in it."""

    class Meta(Term.Meta):
        verbose_name = _("aktör")
        verbose_name_plural = _("aktörer")
