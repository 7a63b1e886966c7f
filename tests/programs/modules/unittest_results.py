# What `unittest` prints of tests that pass, fail, raise, are skipped, or are expected to fail.
import sys
import unittest


class Sums(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class set up")

    @classmethod
    def tearDownClass(cls):
        print("class torn down")

    def setUp(self):
        self.addCleanup(print, "cleaned up after", self._testMethodName)

    def tearDown(self):
        print("torn down", self._testMethodName)

    def test_passes(self):
        """Says what it tests.

        Only the first line is shown.
        """
        self.assertEqual(1 + 1, 2)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)

    def test_fails(self):
        self.assertEqual(1 + 1, 3, "arithmetic")

    def test_raises(self):
        {}["missing"]

    def test_parts(self):
        for number in range(4):
            with self.subTest(number=number):
                self.assertLess(number, 2)

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail("never runs")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertIn(3, [1, 2])

    @unittest.expectedFailure
    def test_unexpected(self):
        self.assertIn(1, [1, 2])

    def test_skips_itself(self):
        self.skipTest("halfway")


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Sums)
print(suite.countTestCases())
for verbosity in (1, 2):
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(Sums)
    result = unittest.TextTestRunner(sys.stdout, verbosity=verbosity).run(suite)
    print(result)
