"""Inventories of local needs: network, organisation, who wrote last, when, and the four parts."""

from datetime import date

INVENTORIES = [
    {
        "network": "founding",
        "organisation": "alvnas",
        "by": "ida",
        "date": date(2017, 3, 20),
        "situation": "En högerextrem grupp delar ut flygblad vid gymnasiet några gånger per termin. Om nätet vet vi nästan inget.",
        "present_work": "Fältgrupp fyra kvällar i veckan, demokratiarbete i årskurs åtta och ett råd för trygghetsfrågor.",
        "priorities": "Stöd till den som vill lämna en extremistisk miljö. En bättre bild av gymnasiet.",
        "sources": "Fyra verksamheter har svarat. Tre av påståendena kommer från flera källor, fem från en enda.",
    },
    {
        "network": "founding",
        "organisation": "bjorkhaga",
        "by": "leila",
        "date": date(2017, 3, 22),
        "situation": "Öppen värvning har minskat sedan 2015. Budskapen finns kvar på nätet och i ett par lokaler.",
        "present_work": "Familjecentral, tre föreningar med läxhjälp, en fritidsgård med stor tillit och samråd varannan vecka.",
        "priorities": "Föräldrar. De tre skolor där personalen säger att de är osäkra.",
        "sources": "Sju verksamheter och fyra föreningar, frågade på plats.",
    },
    {
        "network": "running",
        "organisation": "lindasa",
        "by": "amina",
        "days": -12,
        "situation": "Klistermärken från vit makt-grupper längs skolvägarna. Enligt biblioteket har samtalen bland yngre tonåringar blivit "
        "hårdare sedan i våras.",
        "present_work": "Lägesbild varje kvartal, extra fritidsledare två kvällar i veckan och en kväll om året för vårdnadshavare.",
        "priorities": "Att förstå vad som händer på nätet utan att följa någon. Att få med bostadsbolaget igen.",
        "sources": "Fem verksamheter. Polisen bekräftar det första, resten bygger på en källa var.",
    },
    {
        "network": "running",
        "organisation": "norrvik",
        "by": "cecilia",
        "days": -17,
        "situation": "Torget är lugnare än för två år sedan. Oron har flyttat till busstationen.",
        "present_work": "Fritidsgården fem eftermiddagar, en fältarbetare och avtal med idrottsföreningen.",
        "priorities": "",
        "sources": "Fältarbetaren, gymnasiets kurator och två busschaufförer.",
    },
]
