# logging: levels, formats, handlers, propagation, filters, adapters
import logging, sys, io
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-8s [%(name)s] %(message)s", stream=sys.stdout)
log = logging.getLogger("app.db")
log.info("hello %s", "world"); log.debug("no"); log.warning("%d%%", 5)
logging.info("root")
log.error("dict %(a)s", {"a": 1})
try:
    1/0
except ZeroDivisionError:
    log.exception("failed")
print(log, logging.getLogger(), log.parent, log.getEffectiveLevel(), log.handlers, logging.getLogger().handlers)
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("{levelname}|{funcName}|{lineno}|{module}|{message}", style="{"))
l2 = logging.getLogger("other"); l2.propagate=False; l2.addHandler(h); l2.setLevel("DEBUG")
def func():
    l2.debug("in func")
func()
l2.log(25, "custom")
logging.addLevelName(25, "NOTICE"); l2.log(25, "custom")
class F(logging.Filter):
    def filter(self, r): return "secret" not in r.getMessage()
l2.addFilter(F()); l2.info("secret"); l2.info("open")
ad = logging.LoggerAdapter(l2, {"user": "bob"})
h.setFormatter(logging.Formatter("%(user)s %(message)s"))
ad.info("adapted")
try: l2.setLevel("FOO")
except ValueError as e: print(e)
buf = io.StringIO(); h2 = logging.StreamHandler(buf); l2.addHandler(h2); l2.info("x", extra={"user": "u"}); print(repr(buf.getvalue()))
print(logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(33))
a=logging.getLogger("a.b.c"); b=logging.getLogger("a"); print(a.parent.name, b.getChildren(), b.getChild("z").name)
logging.disable(logging.WARNING); l2.warning("no"); logging.disable(logging.NOTSET)

print(logging.LogRecord("n",10,"/a/b.py",3,"m %s",(1,),None))
l2.info("tn", extra={"user":"u"}); 
h.setFormatter(logging.Formatter("%(threadName)s %(processName)s %(process)d %(taskName)s %(relativeCreated)d %(msecs)d %(created)f %(pathname)s"))
l2.info("tn")
h.setFormatter(logging.Formatter("$levelname $message", style="$"))
l2.info("tn", stack_info=True)
try: logging.Formatter("{x", style="%")
except ValueError as e: print(e)
try: logging.Formatter("x", style="q")
except ValueError as e: print(e)
