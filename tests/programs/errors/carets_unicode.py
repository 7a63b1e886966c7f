# Carets under text with characters that are wider or narrower than one column
größe = "zwölf"
texte = {"日本": größe}
print("café", texte["日本"], "→", größe + texte["日本"])
print("naïve 日本語 😀", texte["日本"] + größe * 2 + 5)
